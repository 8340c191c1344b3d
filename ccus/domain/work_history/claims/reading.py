"""申告を読む: what a worker entered and corrected, whose turn it is, who was asked (PORTAL-26, PORTAL-27)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import QuerySet

from ccus.domain.sites.models import Site
from ccus.domain.work_history.claim_rules import Turn, claim_state, turn_of
from ccus.domain.work_history.claim_terms import Answer, ClaimAct, ClaimKind, ClaimState, Ground, Party, Why
from ccus.domain.work_history.claims.filters import Shown, standing_claims
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.models import DayAsk, DayClaim, OwnSite

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class AskShown:
    """求め: who was asked, and the answer. `plea`: what the worker answered to a refusal.

    `is_own`: whoever confirmed or approved had entered the day (CLAIM-36).
    """

    party: Party
    company: str
    asked_at: datetime
    due_at: datetime
    answer: Answer | None
    answered_at: datetime | None
    ground: Ground | None
    words: str
    plea: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """申告: one day at one place as it was said. `site_number` "" and `own_site` a key where no site is registered."""

    key: UUID
    kind: ClaimKind
    place: int
    work_on: date
    site: str
    site_number: str
    own_site: UUID | None
    company: str
    trade: str
    position: str
    work_content: str
    began: time | None
    ended: time | None
    why: Why | None
    remark: str
    said_at: datetime
    said_by: str
    state: ClaimState
    turn: Turn | None
    asks: tuple[AskShown, ...]

    @property
    def decision(self) -> AskShown | None:
        """The ask of the prime; None where nobody was asked."""
        return next((ask for ask in self.asks if ask.party is Party.PRIME), None)

    @property
    def ruling(self) -> AskShown | None:
        """The ask of the office, which holds the worker's answer to a refusal."""
        return next((ask for ask in self.asks if ask.party is Party.OFFICE), None)

    def may(self, act: ClaimAct, *, by: str, at: datetime) -> bool:
        """Whether the worker may still withdraw, or answer a refusal (CLAIM-05, CLAIM-09)."""
        if act is ClaimAct.WITHDRAW:
            return self.state in {ClaimState.WAITING, ClaimState.ALONE} and self.said_by == by
        return self.state is ClaimState.REFUSED and self.turn is not None and at < self.turn.until


def claims_of(
    worker: int, *, shown: Shown = Shown.ALL, after: UUID | None = None, limit: int = A_PAGE
) -> tuple[ClaimShown, ...]:
    """申告の一覧, latest day first, behind the claim `after`. Six statements, whatever the number."""
    rows = standing_claims(worker, shown).order_by("-work_on", "-pk")
    last = DayClaim.objects.filter(worker__in=ids_of(worker), key=after).first() if after else None
    if last is not None:
        rows = rows.filter(work_on__lte=last.work_on).exclude(work_on=last.work_on, pk__gte=last.pk)
    return claims_shown(rows[:limit])


def claim_for(worker: int, key: UUID) -> ClaimShown | None:
    """One claim of the worker, withdrawn ones too; None: there is none for them."""
    return next(iter(claims_shown(DayClaim.objects.filter(worker__in=ids_of(worker), key=key))), None)


def claim_row(worker: int, key: UUID) -> DayClaim | None:
    """The row behind a claim of the worker, for the acts."""
    return DayClaim.objects.filter(worker__in=ids_of(worker), key=key).select_related("worker").first()


def claims_shown(rows: "QuerySet[DayClaim]") -> tuple[ClaimShown, ...]:
    """Claims with their asks and the names behind their keys, in the order of the rows."""
    claims = list(rows.select_related("company", "trade", "position"))
    keys = [claim.pk for claim in claims]
    asks = DayAsk.objects.filter(claim__in=keys).select_related("company").order_by("claim", "party")
    replaced = DayClaim.objects.filter(instead_of__in=keys, superseded_at=None)
    attached = set(replaced.values_list("instead_of", flat=True))
    places = [claim.place_id for claim in claims]
    names: dict[int, tuple[str, str, UUID | None]] = {
        place: (name, number, None)
        for place, name, number in Site.objects.filter(pk__in=places).values_list("pk", "name", "number")
    }
    own = OwnSite.objects.filter(place__in=places, superseded_at=None)
    names |= {place: (name, "", key) for place, name, key in own.values_list("place", "name", "key")}
    by_claim: dict[int, list[DayAsk]] = {key: [] for key in keys}
    for ask in asks:
        by_claim[ask.claim_id].append(ask)
    return tuple(
        _shown(claim, by_claim[claim.pk], names.get(claim.place_id, ("", "", None)), claim.pk in attached)
        for claim in claims
    )


def _shown(
    claim: DayClaim, rows: Sequence[DayAsk], site: tuple[str, str, UUID | None], is_attached: bool
) -> ClaimShown:
    asks = tuple(_ask(row) for row in rows)
    prime, office = _of(asks, Party.PRIME), _of(asks, Party.OFFICE)
    state = claim_state(
        is_superseded=claim.superseded_at is not None,
        is_attached=is_attached,
        is_asked=prime is not None,
        prime=prime.answer if prime else None,
        is_disputed=office is not None,
        office=office.answer if office else None,
    )
    return ClaimShown(
        key=claim.key,
        kind=ClaimKind(claim.kind),
        place=claim.place_id,
        work_on=claim.work_on,
        site=site[0],
        site_number=site[1],
        own_site=site[2],
        company=claim.company.name if claim.company else "",
        trade=claim.trade.label if claim.trade else "",
        position=claim.position.label if claim.position else "",
        work_content=claim.work_content,
        began=claim.began,
        ended=claim.ended,
        why=None if claim.why is None else Why(claim.why),
        remark=claim.remark,
        said_at=claim.recorded_at,
        said_by=claim.recorded_by,
        state=state,
        turn=turn_of(
            state,
            due_at=claim.due_at,
            refused_at=prime.answered_at if prime else None,
            disputed_at=office.asked_at if office else None,
        ),
        asks=asks,
    )


def _ask(row: DayAsk) -> AskShown:
    return AskShown(
        party=Party(row.party),
        company=row.company.name if row.company else "",
        asked_at=row.asked_at,
        due_at=row.due_at,
        answer=None if row.answer is None else Answer(row.answer),
        answered_at=row.answered_at,
        ground=None if row.ground is None else Ground(row.ground),
        words=row.words,
        plea=row.plea,
        is_own=row.is_own,
    )


def _of(asks: Iterable[AskShown], party: Party) -> AskShown | None:
    return next((ask for ask in asks if ask.party is party), None)
