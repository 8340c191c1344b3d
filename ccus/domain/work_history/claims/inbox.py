"""承認・確認の受け箱: what waits for a company's answer, a page at a time, with all that a decider needs (CLAIM-25).

Names of workers come from `disclosure`; here are their keys.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from ccus.domain.companies.policies import Seated
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.sites.models import Site
from ccus.domain.work_history.claim_terms import CONFIRMING, ClaimKind, Party
from ccus.domain.work_history.claims.inbox_rows import AskShown, rows_of
from ccus.domain.work_history.claims.reach import APPROVING, CONFIRMING_POWER, places_of
from ccus.domain.work_history.claims.waiting_sql import (
    FROM_THE_START,
    Waiting,
    counted,
    page_of,
    places_waiting,
)
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.labelled import Labelled

MOST_COUNTED = 1_000
"""数の上限: counts above it say 1,000件以上."""
_MOST_SITES = 300


class Tray(Labelled):
    """受け箱の段: what the company decides, and what it only confirms."""

    APPROVE = "approve", "承認する"
    CONFIRM = "confirm", "確認する"

    @property
    def parties(self) -> tuple[Party, ...]:
        """As whom the company was asked."""
        return (Party.PRIME,) if self is Tray.APPROVE else CONFIRMING

    @property
    def power(self) -> Power:
        """What an account needs to answer (CLAIM-26)."""
        return APPROVING if self is Tray.APPROVE else CONFIRMING_POWER


@dataclass(frozen=True, slots=True)
class InboxPage:
    """受け箱の一頁: unusual days first. `after`: the key of the last, None where nothing follows."""

    rows: tuple[AskShown, ...]
    after: UUID | None


@dataclass(frozen=True, slots=True)
class Counts:
    """待っている数, each counted up to `MOST_COUNTED`."""

    usual: int
    odd: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing was left uncounted."""
        return max(self.usual, self.odd) < MOST_COUNTED

    @property
    def total(self) -> int:
        """Both kinds."""
        return min(self.usual + self.odd, MOST_COUNTED)


def waiting_for(
    sitting: Seated, tray: Tray, *, site: str = "", firm: str = "", kind: ClaimKind | None = None
) -> Waiting:
    """絞り込み: what an account may answer of a tray, at one site (現場ID), of firms and kinds."""
    is_prime = tray is Tray.APPROVE
    reached = places_of(sitting, sitting.company) if is_prime else _everything(sitting)
    waiting = Waiting(sitting.company, tray.parties, reached, firm, kind)
    if not site:
        return waiting
    here = frozenset(Site.objects.filter(number=site).values_list("pk", flat=True))
    return replace(waiting, places=here if reached is None else here & reached)


def inbox_page(waiting: Waiting, *, after: UUID | None = None, limit: int) -> InboxPage:
    """一頁: the rows after the claim `after`; a constant number of statements, whatever waits (CLAIM-25)."""
    is_odd, place = _cursor(waiting, after)
    found = [ask for ask, _ in page_of(waiting, is_odd=is_odd, after=place, limit=limit + 1)]
    if is_odd and len(found) <= limit:
        rest = page_of(waiting, is_odd=False, after=FROM_THE_START, limit=limit + 1 - len(found))
        found += [ask for ask, _ in rest]
    rows = rows_of(found[:limit])
    return InboxPage(rows, rows[-1].key if rows and len(found) > limit else None)


def counts_of(waiting: Waiting) -> Counts:
    """待っている数. Two statements, none of which counts further than it says."""
    usual, odd = (counted(waiting, is_odd=is_odd, most=MOST_COUNTED) for is_odd in (False, True))
    return Counts(usual, odd)


def exact_count(waiting: Waiting, *, is_odd: bool = False) -> int:
    """How many one press would answer; for the page that says so before."""
    return counted(waiting, is_odd=is_odd, most=2**31 - 1)


def sites_waiting(waiting: Waiting) -> tuple[tuple[str, str], ...]:
    """(現場ID, 現場名) of the sites at which something waits, by name; at most three hundred."""
    places = set(places_waiting(waiting, most=_MOST_SITES))
    shown = places if waiting.places is None else places & waiting.places
    sites = Site.objects.filter(pk__in=shown).order_by("name_kana", "number")
    return tuple(sites.values_list("number", "name"))


def claim_asked_of(sitting: Seated, tray: Tray, key: UUID) -> DayClaim | None:
    """The claim with this key, if the account may answer it in this tray, answered or not."""
    waiting = waiting_for(sitting, tray)
    asks = DayAsk.objects.filter(claim__key=key, company=waiting.company, party__in=waiting.parties)
    ask = (asks if waiting.places is None else asks.filter(place__in=waiting.places)).first()
    return ask.claim if ask is not None else None


def ask_shown(claim: DayClaim, tray: Tray) -> AskShown:
    """One claim, as the list shows it."""
    asks = DayAsk.objects.filter(claim=claim, party__in=tray.parties).order_by("-party")
    return rows_of(list(asks.values_list("pk", flat=True)[:1]))[0]


def _everything(sitting: Seated) -> frozenset[int] | None:
    return None if sitting.scope(CONFIRMING_POWER) is not Scope.NONE else frozenset()


def _cursor(waiting: Waiting, after: UUID | None) -> tuple[bool, tuple[datetime, int]]:
    """Where a page begins; at the top for a key that is not there."""
    if after is None:
        return True, FROM_THE_START
    asks = DayAsk.objects.filter(claim__key=after, company=waiting.company, party__in=waiting.parties)
    last = asks.values_list("is_odd", "due_at", "pk").first()
    return (last[0], (last[1], last[2])) if last else (True, FROM_THE_START)
