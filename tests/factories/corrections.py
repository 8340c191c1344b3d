"""修正: written by one officer, about 未来 or anybody else."""

from collections.abc import Mapping
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.actions.writing import add_row, write_set
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Doing, Side
from tests.factories.officers import officer


def corrector() -> Actor:
    """An officer with 登録の修正, each time another one."""
    return officer().actor


def change_set(
    block: str = "blood",
    *,
    side: Side = Side.WORKER,
    by: Actor,
    at: datetime,
    received_on: date = date(2026, 11, 18),
) -> ChangeSet:
    return write_set(
        side=side,
        block=block,
        words="取り込みの誤り",
        basis="申請書の写し",
        received_on=received_on,
        by=by,
        at=at,
    )


def row(
    written: ChangeSet,
    number: str,
    values: Mapping[str, str],
    *,
    by: Actor,
    at: datetime,
    doing: Doing = Doing.CHANGE,
    base: int | None = None,
) -> ChangeRow:
    return add_row(change_set=written, number=number, doing=doing, base=base, values=values, by=by, at=at)
