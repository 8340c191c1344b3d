"""本人確認の提案: who was asked what, so that the worker may choose a new password (RESET-07)."""

from datetime import datetime

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.office.carried.carrying import Carrying, Line
from ccus.domain.office.rules import Given
from ccus.domain.recovery.actions.requests import confirm_identity
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.recovery.policies import require_confirmable
from ccus.domain.recovery.terms import Means
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import tidy


def _request(given: Given) -> ResetRequest:
    return ResetRequest.objects.get(pk=given["request"])


def _worker(given: Given) -> int | None:
    return _request(given).worker_id


def _require(given: Given, by: Actor, at: datetime) -> None:
    """What the caller said is compared here, and again when it is confirmed; the page shows it to nobody."""
    require_confirmable(_request(given), ticket=given["ticket"], words=tidy(given["words"]), by=by, at=at)


def _confirm(given: Given, by: Actor, at: datetime) -> None:
    confirm_identity(
        request=_request(given),
        ticket=given["ticket"],
        means=Means(given["means"]),
        words=given["words"],
        by=by,
        at=at,
    )


def _lines(given: Given) -> tuple[Line, ...]:
    number = ResetRequest.objects.filter(pk=given["request"]).values_list("number", flat=True).first()
    return (
        ("技能者ID", grouped(number or "")),
        ("確かめた方法", Means(given["means"]).label),
        ("確かめた内容", given["words"]),
    )


IDENTITY = Carrying(
    duty=Duty.IDENTITY,
    subject=lambda given: f"reset_request:{given['request']}",
    require=_require,
    carry_out=_confirm,
    about=lambda given: Means(given["means"]).label,
    lines=_lines,
    worker=_worker,
)
