"""再登録の提案: how identity was confirmed, and where the card goes (LEAVE-05)."""

from datetime import datetime

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.cards.addresses import SendTo
from ccus.domain.leaving.actions.returning import let_return
from ccus.domain.leaving.policies import require_returnable
from ccus.domain.office.carried.carrying import Carrying, Line
from ccus.domain.office.carried.envelopes import on_envelope
from ccus.domain.office.rules import Given
from ccus.domain.recovery.terms import Means
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import day_of
from ccus.foundation.identifiers import grouped


def _worker(given: Given) -> int | None:
    return Worker.objects.filter(number=given["number"]).values_list("pk", flat=True).first()


def _require(given: Given, _by: Actor, at: datetime) -> None:
    require_returnable(given["number"], on=day_of(at))


def _let_return(given: Given, by: Actor, at: datetime) -> None:
    let_return(
        number=given["number"],
        means=Means(given["means"]),
        send_to=SendTo(**given["send_to"]) if given["send_to"] else None,
        by=by,
        at=at,
    )


def _lines(given: Given) -> tuple[Line, ...]:
    return (
        ("技能者ID", grouped(given["number"])),
        ("本人を確かめた方法", Means(given["means"]).label),
        ("カードの送付先", on_envelope(given["send_to"]) if given["send_to"] else "登録されている連絡先"),
    )


RETURN = Carrying(
    duty=Duty.IDENTITY,
    subject=lambda given: f"worker:{given['number']}",
    require=_require,
    carry_out=_let_return,
    about=lambda given: grouped(given["number"]),
    lines=_lines,
    worker=_worker,
)
