"""ホーム: what waits for the office."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.reading.desk import InHand, in_hand_of, older_than
from ccus.domain.applications.reading.queue import Counted, queue_counts
from ccus.domain.applications.rules import COUNTED_TO
from ccus.domain.corrections.reading import SetShown, ended_of, waiting_for
from ccus.domain.desk.cases import desk_waiting
from ccus.domain.fees.reading import OpenCharges, open_charges_counted
from ccus.domain.looks.asked import looks_waiting
from ccus.domain.office.reading import count_for
from ccus.domain.printing import desk
from ccus.domain.recovery.reading import resets_waiting
from ccus.domain.work_history.claims.disputes import DisputesWaiting, disputes_waiting
from ccus.domain.workers.same_person import open_proposals
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed
from ccus.foundation import clock

AGES = (14, 7)
"""待ち日数 that the home page counts."""
LATELY = timedelta(days=7)
"""How long the home page says how an own 修正 ended."""


@dataclass(frozen=True, slots=True)
class Review:
    """審査の係 on the home page: what waits by kind, how much of it long, and what is in the own hand.

    `proposals`: how many of other officers' words on one person with two IDs wait for an answer (SAME-03).
    """

    kinds: tuple[Counted, ...]
    old: tuple[tuple[int, str], ...]
    mine: tuple[InHand, ...]
    proposals: int

    @property
    def is_waiting(self) -> bool:
        """Whether anything waits at all."""
        return any(kind.count for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Corrections:
    """登録の修正 on the home page: how many wait for this officer's word, and how the own ones ended (FIX-12)."""

    waiting: int
    ended: tuple[SetShown, ...]


@require_safe
@office_page()
def home(request: HttpRequest, officer: OfficerMe) -> HttpResponse:
    """ホーム: what the officer's duties have to do, in a constant number of statements."""
    now = clock.now()
    context = {
        "officer": officer,
        "today": clock.today(),
        "review": _review(officer, now) if Duty.REVIEW in officer.duties else None,
        "charges": _charges(officer),
        "disputes": _disputes(officer),
        "printing": desk.waiting() if Duty.CARDS in officer.duties else None,
        "unposted": desk.unposted() if Duty.CARDS in officer.duties else 0,
        "resets": resets_waiting(at=now) if Duty.IDENTITY in officer.duties else None,
        "desk": desk_waiting(officer.actor, at=now) if Duty.CONTACT in officer.duties else None,
        "looks": looks_waiting(at=now) if Duty.CONTACT in officer.duties else None,
        "second": count_for(str(officer.actor), officer.duties, at=now),
        "corrections": _corrections(officer, now),
        "now": now,
        "duties": [duty for duty in Duty if duty in officer.duties],
    }
    return framed(request, "office/home/page.html", context, current="home")


def _review(officer: OfficerMe, now: datetime) -> Review:
    others = sum(1 for proposal in open_proposals() if proposal.by != str(officer.actor))
    return Review(queue_counts(), tuple(_old(now)), in_hand_of(officer.officer, at=now), others)


def _old(now: datetime) -> Iterator[tuple[int, str]]:
    for days in AGES:
        count = older_than(timedelta(days=days), at=now)
        if count:
            yield days, f"{count:,}件" + ("以上" if count >= COUNTED_TO else "")


def _corrections(officer: OfficerMe, now: datetime) -> Corrections | None:
    if Duty.CORRECT not in officer.duties:
        return None
    me = str(officer.actor)
    return Corrections(waiting_for(me, at=now), ended_of(me, since=now - LATELY))


def _charges(officer: OfficerMe) -> OpenCharges | None:
    return open_charges_counted() if Duty.FEES in officer.duties else None


def _disputes(officer: OfficerMe) -> DisputesWaiting | None:
    return disputes_waiting() if Duty.DISPUTES in officer.duties else None
