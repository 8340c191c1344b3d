"""一日の根拠: what a day rests on at one place, as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.reading import ClaimShown
from ccus.domain.work_history.missing_terms import Missing, Step
from ccus.domain.work_history.reading.days import DayRecord
from ccus.domain.work_history.terms import Direction, Outcome, Reason


class Recorded(NamedTuple):
    """登録: who recorded a fact and when; `by` is a company, 本人 or 運営主体."""

    by: str
    at: datetime


class TapSeen(NamedTuple):
    """読み取り: one reading of the card, with the reader's name, as what it counted and what became of it."""

    at: datetime
    reader: str
    direction: Direction
    outcome: Outcome
    reasons: tuple[Reason, ...]
    received_at: datetime
    is_number_only: bool


class PeriodSeen(NamedTuple):
    """就業履歴蓄積期間 that holds the day; `last_on` None: open."""

    from_on: date
    last_on: date | None
    recorded: Recorded


class LineSeen(NamedTuple):
    """作業員名簿の行 on which the day rests."""

    firm: str
    trade: str
    position: str
    work_content: str
    recorded: Recorded


class FirmSeen(NamedTuple):
    """施工体制の事業者 of the chain, from the prime down. `accepted` None: it supports nothing on this day."""

    name: str
    tier: int
    is_stand_in: bool
    accepted: Recorded | None
    company: int | None
    upper: int | None
    upper_name: str
    is_closed: bool


class LinkSeen(NamedTuple):
    """所属の関連付け to the firm of the roster line, or an agreed 就業 under it."""

    firm: str
    is_placement: bool
    recorded: Recorded


class SiteSeen(NamedTuple):
    """場所: a registered site, or one of the worker's own description (`number` empty)."""

    place: int
    number: str
    name: str
    address: str
    prime: int | None
    prime_name: str


@dataclass(frozen=True, slots=True)
class Lack:
    """足りないもの: which fact, who can add it (`company` a key, None: the worker), what to do, until when it helps.

    `asked_on`: when the worker asked that company for it within the last week (REC-16).
    """

    missing: Missing
    step: Step
    company: int | None
    company_number: str
    company_name: str
    last_on: date | None
    is_over: bool
    asked_on: date | None = None

    @property
    def can_be_asked(self) -> bool:
        """Whether there is somebody to ask whom nobody asked this week, and it would still help."""
        return self.company is not None and not self.is_over and self.asked_on is None


@dataclass(frozen=True, slots=True)
class PlaceWhy:
    """ある場所での一日: the record if there is one, and the facts behind it."""

    site: SiteSeen
    record: DayRecord | None
    taps: tuple[TapSeen, ...]
    period: PeriodSeen | None
    line: LineSeen | None
    chain: tuple[FirmSeen, ...]
    link: LinkSeen | None
    claims: tuple[ClaimShown, ...]
    lacks: tuple[Lack, ...] = ()

    @property
    def is_registered(self) -> bool:
        """Whether the site is registered; of another one there is no paper to look for."""
        return bool(self.site.number)

    @property
    def own_key(self) -> UUID | None:
        """The key of a site of the worker's own description."""
        return next((claim.own_site for claim in self.claims), None)

    @property
    def entries(self) -> tuple[ClaimShown, ...]:
        """The entries of the day, withdrawn ones too, oldest first."""
        return tuple(claim for claim in self.claims if claim.kind is ClaimKind.ENTRY)

    @property
    def corrections(self) -> tuple[ClaimShown, ...]:
        """The corrections of the day, oldest first."""
        return tuple(claim for claim in self.claims if claim.kind is ClaimKind.CORRECTION)


@dataclass(frozen=True, slots=True)
class DayWhy:
    """ある一日: every place at which something happened; those that count first."""

    on: date
    places: tuple[PlaceWhy, ...]

    def at(self, number: str) -> PlaceWhy | None:
        """The part of a registered site, by its number."""
        return next((place for place in self.places if number and place.site.number == number), None)
