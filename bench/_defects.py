"""Defects planted by real acts: what firms, workers and the office do on the day before, in random combinations.

Over sites of `load_sites`. An act that is refused, because another came before it, is not counted.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

from bench._sites import firm_of, prime_of
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.cards.actions.issue import issue_card, reissue_card
from ccus.domain.cards.actions.loss import report_found, report_loss
from ccus.domain.cards.actions.replacement import renew_card
from ccus.domain.cards.actions.revocation import revoke_card
from ccus.domain.cards.models import Card
from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.models import Company
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.sites.actions.placements import accept_placement, ask_placement, end_placement
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.actions.roster import change_roster_line, end_roster_line, enter_on_roster
from ccus.domain.sites.actions.stand_ins import claim_stand_in, declare_stand_in, name_stand_in
from ccus.domain.sites.actions.structure import (
    accept_invitation,
    invite,
    leave_structure,
    refuse_invitation,
    withdraw_invitation,
)
from ccus.domain.sites.models import Placement, RosterLine, Site, StructureAcceptance, StructureMember
from ccus.domain.workers.actions.affiliation import accept_affiliation, ask_affiliation, end_affiliation
from ccus.domain.workers.models import Affiliation, AffiliationRequest, Worker
from ccus.foundation.clock import day_of
from ccus.foundation.refusals import Refusal

Row = TypeVar("Row", bound=Model)
OFFICE = Actor(ActorKind.OPERATOR, 1)
FIRST = date(2026, 1, 5)


class NothingHere(Exception):
    """Nobody at this site to whom it could happen."""


@dataclass(frozen=True, slots=True)
class Here:
    """One site of the data, at the moment of the acts."""

    place: int
    firms: int
    lines: int
    chance: Random
    at: datetime
    planted: Counter[str] = field(default_factory=Counter)

    @property
    def tomorrow(self) -> date:
        """The day that is foreseen."""
        return day_of(self.at) + timedelta(days=1)

    @property
    def soon(self) -> date:
        """Tomorrow, or a day after it: what ends then harms nobody tomorrow."""
        return self.tomorrow + timedelta(days=self.chance.choice([0, 0, 0, 1, 5]))

    def some(self, rows: "QuerySet[Row]") -> Row:
        """One of them by chance. Raises `NothingHere`."""
        count = rows.count()
        if not count:
            raise NothingHere
        return rows.order_by("pk")[self.chance.randrange(count)]

    def worker(self) -> Worker:
        """Anybody."""
        return Worker.objects.get(pk=10_000 * self.place + self.chance.randint(1, self.lines))

    def card(self) -> Card:
        """Anybody's newest card. Raises `NothingHere`."""
        card = Card.objects.filter(worker=self.worker()).order_by("-serial").first()
        if card is None:
            raise NothingHere
        return card

    def line(self) -> RosterLine:
        """Anybody's line of the days to come."""
        return self.some(
            RosterLine.objects.filter(worker=self.worker(), superseded_at=None, valid_until=None)
        )

    def spot(self, **wanted: object) -> StructureMember:
        """Any spot below the prime."""
        return self.some(StructureMember.objects.filter(site=self.place, tier__gte=1, **wanted))

    def side(self, worker: Worker, company: Company) -> Actor:
        """The worker or the firm."""
        return self.chance.choice([person(worker), firm(company)])


def firm(company: Company) -> Actor:
    """The company in its own name."""
    return Actor(ActorKind.COMPANY, company.pk)


def person(worker: Worker) -> Actor:
    """The worker."""
    return Actor(ActorKind.WORKER, worker.pk)


def the_firm_at(spot: StructureMember) -> Actor:
    """The registered firm of a spot. Raises `NothingHere`."""
    if spot.company is None:
        raise NothingHere
    return firm(spot.company)


def firm_leaves(here: Here) -> None:
    """Sometimes taken out by the firm above."""
    spot = here.spot()
    upper = here.chance.random() < 0.3 and spot.parent is not None and spot.parent.company is not None
    by = the_firm_at(spot.parent) if upper and spot.parent is not None else the_firm_at(spot)
    leave_structure(member=spot, until_on=here.soon, by=by, at=here.at)


def firm_accepts(here: Here) -> None:
    """Again, or for the first time."""
    accepted = StructureAcceptance.objects.filter(superseded_at=None, valid_until=None)
    waiting = StructureMember.objects.filter(site=here.place, company__isnull=False, tier__gte=1)
    spot = here.some(waiting.exclude(pk__in=accepted.values("member")))
    accept_invitation(member=spot, from_on=here.soon, by=the_firm_at(spot), at=here.at)


def invitation_is_refused(here: Here) -> None:
    """By the firm itself, or taken back by the one above."""
    spot = here.spot(acceptances=None, refused_at=None, withdrawn_at=None)
    if here.chance.random() < 0.5 and spot.parent is not None:
        withdraw_invitation(member=spot, by=the_firm_at(spot.parent), at=here.at)
    else:
        refuse_invitation(member=spot, by=the_firm_at(spot), at=here.at)


def worker_moves_to_another_branch(here: Here) -> None:
    """The employer is invited once more, elsewhere, and the worker's line goes there; perhaps below a stand-in."""
    line = here.line()
    if line.member.company is None:
        raise NothingHere
    top = StructureMember.objects.get(pk=prime_of(here.place))
    if here.chance.random() < 0.5:
        top = declare_stand_in(upper=top, name="まだ登録のない工業", by=the_firm_at(top), at=here.at)
    prime = Actor(ActorKind.COMPANY, prime_of(here.place))
    spot = invite(upper=top, company=line.member.company, by=prime, at=here.at)
    end_roster_line(line=line, until_on=here.tomorrow, by=OFFICE, at=here.at)
    _enter(here, spot, line.worker)


def stand_in_is_claimed(here: Here) -> None:
    """By a firm from elsewhere."""
    member = here.spot(company=None)
    stranger = Company.objects.get(pk=firm_of(here.place + 1, 3))
    prime = Actor(ActorKind.COMPANY, prime_of(here.place))
    link = name_stand_in(member=member, company=stranger, by=prime, at=here.at)
    claim_stand_in(link=link, by=firm(stranger), at=here.at)


def period_changes(here: Here) -> None:
    """It ends too early, or goes on."""
    site = Site.objects.get(pk=here.place)
    change_period(site=site, from_on=FIRST, until_on=here.soon, by=firm(site.prime), at=here.at)


def period_is_mended(here: Here) -> None:
    """Without an end again."""
    site = Site.objects.get(pk=here.place)
    change_period(site=site, from_on=FIRST, until_on=None, by=firm(site.prime), at=here.at)


def line_ends(here: Here) -> None:
    """By the office, because the firm may be gone."""
    end_roster_line(line=here.line(), until_on=here.soon, by=OFFICE, at=here.at)


def line_changes(here: Here) -> None:
    """Another 立場: no reason not to count."""
    line, position = here.line(), Position.objects.get(code="foreman")
    change_roster_line(
        line=line,
        trade=line.trade,
        position=position,
        work_content="",
        from_on=here.tomorrow,
        by=OFFICE,
        at=here.at,
    )


def line_comes_back(here: Here) -> None:
    """Under any firm of the site, the own one or not."""
    ended = RosterLine.objects.filter(place=here.place, superseded_at=None, valid_until=here.tomorrow)
    _enter(here, here.spot(refused_at=None, withdrawn_at=None), here.some(ended).worker)


def _enter(here: Here, spot: StructureMember, worker: Worker) -> None:
    enter_on_roster(
        member=spot,
        worker=worker,
        trade=Trade.objects.get(pk=1001),
        position=Position.objects.get(code="general"),
        from_on=here.soon,
        by=OFFICE,
        at=here.at,
    )


def link_ends(here: Here) -> None:
    """By either side."""
    link = here.some(Affiliation.objects.filter(worker=here.worker(), superseded_at=None, valid_until=None))
    by = here.side(link.worker, link.company)
    end_affiliation(affiliation=link, until_on=here.soon, by=by, at=here.at)


def link_is_asked(here: Here) -> None:
    """By either side; nothing is linked by it."""
    worker = here.worker()
    company = Company.objects.get(pk=here.line().member.company_id or prime_of(here.place))
    by = here.side(worker, company)
    ask_affiliation(worker=worker, company=company, is_main=False, from_on=here.soon, by=by, at=here.at)


def link_is_agreed(here: Here) -> None:
    """By the side that was asked."""
    workers = range(10_000 * here.place, 10_000 * (here.place + 1))
    asked = AffiliationRequest.objects.filter(
        worker__gte=workers.start, worker__lt=workers.stop, closed_at=None
    )
    request = here.some(asked)
    was_worker = request.asked_by.startswith("worker")
    by = firm(request.company) if was_worker else person(request.worker)
    accept_affiliation(request=request, by=by, at=here.at)


def placement_is_agreed(here: Here) -> None:
    """The firm of the line asks, the worker agrees."""
    line = here.line()
    if line.member.company is None:
        raise NothingHere
    company = line.member.company
    request = ask_placement(
        worker=line.worker, company=company, from_on=here.soon, by=firm(company), at=here.at
    )
    accept_placement(request=request, by=person(line.worker), at=here.at)


def placement_ends(here: Here) -> None:
    """By either side."""
    workers = range(10_000 * here.place, 10_000 * (here.place + 1))
    held = Placement.objects.filter(worker__gte=workers.start, worker__lt=workers.stop, superseded_at=None)
    placement = here.some(held.filter(valid_until=None))
    by = here.side(placement.worker, placement.company)
    end_placement(placement=placement, until_on=here.tomorrow, by=by, at=here.at)


def card_is_lost(here: Here) -> None:
    """Reported by the worker."""
    card = here.card()
    report_loss(card=card, lost_from=here.at, by=person(card.worker), at=here.at)


def card_is_found(here: Here) -> None:
    """The report is taken back."""
    card = here.card()
    report_found(card=card, by=person(card.worker), at=here.at)


def card_comes_anew(here: Here) -> None:
    """Reissued, renewed or issued by the office."""
    card = here.card()
    match here.chance.choice(["reissue", "renew", "issue"]):
        case "reissue":
            reissue_card(card=card, by=OFFICE, at=here.at)
        case "renew":
            renew_card(card=card, applied_on=day_of(here.at), by=OFFICE, at=here.at)
        case _:
            issue_card(worker=here.worker(), by=OFFICE, at=here.at)


def card_is_revoked(here: Here) -> None:
    """By the office, for good."""
    revoke_card(card=here.card(), by=OFFICE, at=here.at)


def worker_withdraws(here: Here) -> None:
    """退会."""
    worker = here.worker()
    withdraw_worker(worker=worker, by=person(worker), at=here.at)


ACTS: dict[Callable[[Here], None], int] = {
    firm_leaves: 6,
    firm_accepts: 4,
    invitation_is_refused: 3,
    worker_moves_to_another_branch: 10,
    stand_in_is_claimed: 3,
    period_changes: 1,
    period_is_mended: 1,
    line_ends: 12,
    line_changes: 3,
    line_comes_back: 8,
    link_ends: 14,
    link_is_asked: 5,
    link_is_agreed: 6,
    placement_is_agreed: 6,
    placement_ends: 3,
    card_is_lost: 14,
    card_is_found: 3,
    card_comes_anew: 9,
    card_is_revoked: 8,
    worker_withdraws: 5,
}
"""What may happen, and how often."""


def plant(here: Here, acts: int) -> None:
    """So many acts that were not refused, counted by name."""
    names, weights = list(ACTS), list(ACTS.values())
    done = 0
    while done < acts:
        act = here.chance.choices(names, weights)[0]
        try:
            with transaction.atomic():
                act(here)
        except (NothingHere, Refusal):
            continue
        here.planted[act.__name__] += 1
        done += 1
