"""申告 as rows, written by the application's role beside the `Gate`: what people say, who was asked, the answers."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from ccus.domain.work_history import rules
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, Ground, Party
from tests.domain.work_history.gate import LONG_AGO, PRIME, Gate

SAID_ON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def claim(
    gate: Gate,
    on: date,
    *,
    kind: ClaimKind = ClaimKind.ENTRY,
    worker: int = 1,
    place: int = 1,
    prime: Answer | None = None,
    office: Answer | None = None,
    trade: int = 200,
    recorded: datetime = SAID_ON,
) -> int:
    """申告: an entry or a correction with the ask of the prime, answered or not; `office`: after an answer to 否認."""
    with gate.connection.transaction():
        made = gate.add(
            "day_claim",
            key=uuid4(),
            kind=kind,
            worker_id=gate.worker[worker],
            place_id=gate.place[place],
            work_on=on,
            trade_id=trade,
            position_id=0,
            work_content="",
            remark="",
            due_at=_due(on),
            recorded_at=recorded,
            recorded_by="system:0",
        )
        ask(gate, made, Party.PRIME, on, place, prime)
        if office is not None:
            ask(gate, made, Party.OFFICE, on, place, office)
        gate.touch(worker=worker, place=place, since=on, until=on + timedelta(days=1))
    return made


def ask(gate: Gate, claim_: int, party: Party, on: date, place: int, answer: Answer | None) -> int:
    """求め, and its answer at once if there is one."""
    said_at = min(SAID_ON, _due(on) - timedelta(hours=1))
    said: dict[str, Any] = {"answered_at": said_at, "answered_by": "system:0"} if answer is not None else {}
    return gate.add(
        "day_ask",
        claim_id=claim_,
        party=party,
        company_id=None if party is Party.OFFICE else gate.company[PRIME],
        place_id=gate.place[place],
        asked_at=LONG_AGO,
        due_at=_due(on),
        plea="",
        oddities=[],
        is_odd=False,
        is_own=False,
        words="",
        answer=answer,
        ground=Ground.OTHER if answer is Answer.REFUSED else None,
        **{"answered_by": "", **said},
    )


def _due(on: date) -> datetime:
    return datetime.fromtimestamp(rules.deadline(rules.day_number(on)) / 1000, tz=UTC)
