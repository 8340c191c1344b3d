"""The truth of a day: everybody taps, with the card that is in the hand, and the tap road says what it made of it."""

import asyncio
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from ccus.api.readers import protocol
from ccus.domain.cards.models import Card
from ccus.domain.readiness.foreseen import Readiness
from ccus.domain.work_history import rules
from ccus.domain.work_history.arrivals import Reading
from ccus.domain.work_history.intake import take
from ccus.domain.work_history.terms import Reason
from ccus.domain.workers.models import Worker
from ccus.foundation.pipelined import PipelinedConnection
from ccus.foundation.uuid7 import uuid7

Person = tuple[int, int]
"""(place, worker)."""
NO_CARD = "9" * 16
_REFUSED = {
    Reason.CARD_UNKNOWN, Reason.CARD_EXPIRED, Reason.CARD_LOST, Reason.CARD_REVOKED, Reason.CARD_NOT_YET_ISSUED
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """突き合わせ: defects are (person, reason). `found`: in both; `missed`: only the tap said so; `invented`: only
    the readiness. `lines`: everybody; `amber`: those whose tap was not 正式.
    """

    lines: int
    amber: int
    found: int
    missed: int
    invented: int


def compare(foreseen: Iterable[Readiness], truth: Mapping[Person, tuple[Reason, ...]]) -> Compared:
    """What was foreseen beside what the taps made."""
    said = {
        (one.site.place, line.worker): () if line.verdict.counts else line.verdict.reasons
        for one in foreseen
        for line in one.lines
    }
    told = {(who, reason) for who, reasons in said.items() for reason in reasons}
    true = {(who, reason) for who, reasons in truth.items() for reason in reasons}
    return Compared(
        lines=len(truth),
        amber=sum(bool(reasons) for reasons in truth.values()),
        found=len(told & true),
        missed=len(true - told) + len(truth.keys() - said.keys()),
        invented=len(told - true) + len(said.keys() - truth.keys()),
    )


def everybody(places: Iterable[int]) -> list[Person]:
    """All workers of the sites of `load_sites`."""
    wanted = set(places)
    keys = Worker.objects.order_by("pk").values_list("pk", flat=True)
    return [(key // 10_000, key) for key in keys if key // 10_000 in wanted]


def tapped(url: str, people: Sequence[Person], day: date, chance: Random) -> dict[Person, tuple[Reason, ...]]:
    """Everybody goes in from 08:00 on; why each day is not 正式, nothing where it is.

    Whoever holds several cards tries the newest first and then the others; one in ten has the number typed.
    """
    held: dict[int, list[str]] = {}
    for worker, token in Card.objects.order_by("-serial").values_list("worker", "token"):
        held.setdefault(worker, []).append(token)
    truth: dict[Person, tuple[Reason, ...]] = {}
    with asyncio.Runner() as runner:
        line = runner.run(PipelinedConnection.open(url))
        waiting, turn = list(people), 0
        while waiting:
            cards = {who: _shown(held.get(who[1], []), turn, who[1], chance) for who in waiting}
            for who, said in _sent(runner, line, cards, day, turn):
                truth.setdefault(who, said)
                if not _REFUSED & set(said):
                    truth[who] = said
            turn += 1
            waiting = [
                who for who in waiting if _REFUSED & set(truth[who]) and turn < len(held.get(who[1], []))
            ]
        line.close()
    return truth


def _shown(cards: Sequence[str], turn: int, worker: int, chance: Random) -> str:
    if not cards:
        return NO_CARD
    return f"{worker:014d}" if turn == 0 and chance.random() < 0.1 else cards[turn]


def _sent(
    runner: asyncio.Runner, line: PipelinedConnection, cards: Mapping[Person, str], day: date, turn: int
) -> Iterator[tuple[Person, tuple[Reason, ...]]]:
    """A request for each place, five places a batch; (who, why the day is not 正式)."""
    by_place: dict[int, list[Person]] = {}
    for who in cards:
        by_place.setdefault(who[0], []).append(who)
    begins = rules.start_of(rules.day_number(day)) + 8 * rules.HOUR + turn * 1_000_000
    groups = list(by_place.items())
    for first in range(0, len(groups), 5):
        some = groups[first : first + 5]
        contacts = [_contact(place, [cards[who] for who in people], begins) for place, people in some]
        runner.run(take(line, [request.contact for request in contacts]))
        for (_, people), request in zip(some, contacts, strict=True):
            for who, reading in zip(people, request.contact.readings, strict=True):
                yield who, _why(reading)


def _contact(place: int, cards: Sequence[str], begins: int) -> protocol.Request:
    taps = [
        {
            "id": str(uuid7(begins + n)),
            "seq": n,
            "card": card,
            "at": datetime.fromtimestamp((begins + n) / 1000, tz=UTC).isoformat(timespec="milliseconds"),
            "direction": "in",
            "shown": "kept",
            "offset_ms": 0,
        }
        for n, card in enumerate(cards)
    ]
    received = begins + len(cards)
    body = json.dumps({"sent_at": protocol.instant(received), "taps": taps}).encode()
    return protocol.read(body, hashlib.sha256(f"gate-{place}".encode()).digest(), received)


def _why(reading: Reading) -> tuple[Reason, ...]:
    return tuple(reason for reason in reading.reasons if reason is not Reason.REPEATED)
