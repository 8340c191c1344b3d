"""修正: written by one officer, about 未来 or anybody else."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.models import Company
from ccus.domain.corrections.actions.previewing import ask_for_preview, open_preview
from ccus.domain.corrections.actions.releasing import carry_out, release_set
from ccus.domain.corrections.actions.writing import add_row, write_set
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.previewing import finish, left_of, preview_turn
from ccus.domain.corrections.terms import Doing, Side
from ccus.domain.workers.actions.registered import enter_fact
from ccus.domain.workers.models import AffiliationRequest, Worker
from tests.domain.workers.samples import VALUES
from tests.factories.facts import BEGAN, RECORDED_AT
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


def of_blood(worker: Worker, *, by: Actor, at: datetime) -> ChangeSet:
    """A set of one row: the worker's 血液型 is O and not AB."""
    enter_fact(worker=worker, key="blood", values=VALUES["blood"], by=SYSTEM, at=at)
    written = change_set(by=by, at=at)
    row(written, worker.number, {"group": "o"}, by=by, at=at)
    return written


def agreement(worker: Worker, company: Company, **values: object) -> AffiliationRequest:
    """所属の申請 of a firm that the worker accepted, so that no correction makes the firm a stranger; not saved."""
    said: dict[str, object] = {
        "is_main": False,
        "valid_from": BEGAN,
        "asked_by": f"company:{company.pk}",
        "asked_at": RECORDED_AT,
        "closed_at": RECORDED_AT,
        "is_accepted": True,
    }
    return AffiliationRequest(worker=worker, company=company, **(said | values))


def previewed(written: ChangeSet, *, by: Actor, at: datetime) -> UUID:
    """The set with a finished preview: its key."""
    key = ask_for_preview(change_set=written, by=by, at=at)
    for turn in left_of(key):
        preview_turn(key, turn, at=at)
    finish(key, at=at)
    return key


def released(written: ChangeSet, *, at: datetime) -> UUID:
    """The set, released by as many officers as it needs; the key of the preview."""
    key = previewed(written, by=corrector(), at=at)
    while release(key, at=at):
        continue
    return key


def release(key: UUID, *, at: datetime, by: Actor | None = None) -> int:
    """An officer opens the preview and releases it; how many more are needed."""
    officer = by or corrector()
    open_preview(preview=key, by=officer, at=at)
    return release_set(preview=key, by=officer, at=at)


def done(written: ChangeSet, *, at: datetime) -> ChangeSet:
    """The set, released and carried out."""
    released(written, at=at)
    assert carry_out(change_set=written, at=at)
    written.refresh_from_db()
    return written
