"""求めと知らせ: who is asked about claims at a registered site, and who is told of it (CLAIM-02, CLAIM-15, CLAIM-17).

A constant number of statements, however many days; messages go to each company once.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.letters import tell_seats
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import Site, StructureMember
from ccus.domain.sites.reached import seats_reaching
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, Party
from ccus.domain.work_history.claims.firms import FirmOfDay
from ccus.domain.work_history.claims.oddities import oddities_of
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

Spots = Mapping[int | None, int | None]
"""The spots of a firm, the highest first, each with the firm of the first tier above it, or itself."""


def ask(
    site: Site,
    claims: Sequence[DayClaim],
    firms: Mapping[date, FirmOfDay],
    *,
    entered_by: Company | None,
    by: Actor,
    at: datetime,
) -> list[DayAsk]:
    """Ask the companies of these stored claims of one worker, and tell them. `firms` as `firms_on` gave them.

    What `entered_by` would have to confirm is confirmed at once (CLAIM-16).
    """
    parties = parties_on(site, firms)
    odd = oddities_of([claim.pk for claim in claims])
    asks = [
        _asked(claim, party, company, odd.get(claim.pk, ()), entered_by=entered_by, by=by, at=at)
        for claim in claims
        for company, party in parties[claim.work_on].items()
    ]
    DayAsk.objects.bulk_create(asks)
    _tell(site, claims, asks, at=at)
    return asks


def parties_on(site: Site, firms: Mapping[date, FirmOfDay]) -> dict[date, dict[int, Party]]:
    """Whom a press asks, day by day: company (key) → its part (CLAIM-02). Two statements."""
    tiers = _first_tiers(site, {firm.company for firm in firms.values() if firm.company is not None})
    return {on: _parties(site, firm, tiers) for on, firm in firms.items()}


def close_asks(claim: DayClaim, *, by: Actor, at: datetime) -> None:
    """Nobody has to answer any more: the claim was taken back or replaced (CLAIM-24)."""
    waiting = DayAsk.objects.filter(claim=claim, answer=None)
    waiting.update(answer=Answer.WITHDRAWN, answered_at=at, answered_by=str(by))


def _asked(
    claim: DayClaim,
    party: Party,
    company: int,
    oddities: Sequence[int],
    *,
    entered_by: Company | None,
    by: Actor,
    at: datetime,
) -> DayAsk:
    if claim.due_at is None:
        raise ValueError("a claim that is asked of somebody has a day by which")
    ask = DayAsk(
        claim=claim,
        party=party,
        company_id=company,
        place_id=claim.place_id,
        asked_at=at,
        due_at=claim.due_at,
        oddities=list(oddities),
        is_odd=bool(oddities),
    )
    if party is not Party.PRIME and entered_by is not None and entered_by.pk == company:
        ask.answer, ask.answered_at, ask.answered_by, ask.is_own = Answer.CONFIRMED, at, str(by), True
    return ask


def _parties(site: Site, firm: FirmOfDay, tiers: Mapping[int, Spots]) -> dict[int, Party]:
    """Company → its part; of several parts the highest (CLAIM-02)."""
    parts: dict[int, Party] = {}
    if firm.company is not None:
        parts[firm.company] = Party.EMPLOYER
        spots = tiers.get(firm.company, {})
        first = spots.get(firm.member, next(iter(spots.values()), None))
        if first is not None:
            parts[first] = Party.FIRST_TIER
    parts[site.prime_id] = Party.PRIME
    return parts


def _first_tiers(site: Site, companies: Collection[int]) -> Mapping[int, Spots]:
    """The open spots of each firm (CLAIM-15). Two statements."""
    open_spots = StructureMember.objects.filter(
        site=site, company__in=companies, withdrawn_at=None, refused_at=None, tier__gte=1
    ).order_by("tier", "pk")
    spots = list(open_spots.values_list("pk", "company", "path"))
    above = StructureMember.objects.filter(pk__in={path[1] for _, _, path in spots})
    firms = dict(above.values_list("pk", "company"))
    found: dict[int, dict[int | None, int | None]] = defaultdict(dict)
    for pk, company, path in spots:
        found[company][pk] = firms[path[1]]
    return found


def _tell(site: Site, claims: Sequence[DayClaim], asks: Sequence[DayAsk], *, at: datetime) -> None:
    waiting: dict[tuple[int, bool], list[DayAsk]] = defaultdict(list)
    for asked in asks:
        if asked.answer is None and asked.company_id is not None:
            waiting[asked.company_id, asked.party == Party.PRIME].append(asked)
    for (company, is_prime), those in waiting.items():
        text = Text.DAYS_TO_APPROVE if is_prime else Text.DAYS_TO_CONFIRM
        power = Power.APPROVE_RECORDS if is_prime else Power.OWN_RECORDS
        tell_seats(
            company,
            seats_reaching(company, site, power, on=day_of(at)),
            text=text,
            source=f"{text}:{claims[0].pk}",
            at=at,
            site=site.name,
            worker_number=claims[0].worker.number,
            claimed=ClaimKind(claims[0].kind).label,
            days=len(those),
            last_on=day_of(min(asked.due_at for asked in those)) - ONE_DAY,
        )


def tell_worker(claims: Sequence[DayClaim], *, company: Company, site: str, at: datetime) -> None:
    """Tell the worker what a company entered; nothing where there is no account (CLAIM-16)."""
    account = claims[0].worker.account_id
    if account is not None:
        tell(
            account=account,
            text=Text.DAYS_ENTERED_BY_FIRM,
            source=f"{Text.DAYS_ENTERED_BY_FIRM}:{claims[0].pk}",
            at=at,
            company=company.name,
            site=site,
            claimed=ClaimKind(claims[0].kind).label,
            days=len(claims),
            from_on=claims[0].work_on,
        )
