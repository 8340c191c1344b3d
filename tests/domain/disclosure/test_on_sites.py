"""元請・上位下請 and 名簿の代理: who of a site's structure may look at somebody on its roster (DISC-12, DISC-13)."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.disclosure.policies import relations
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.sites.models import (
    AccumulationPeriod,
    Placement,
    ProxyConsent,
    RosterLine,
    Site,
    SitePartner,
    StructureAcceptance,
    StructureMember,
    StructureProxy,
)
from ccus.domain.sites.policies import acts_as_proxy
from ccus.domain.workers.models import Affiliation, Worker
from ccus.foundation.clock import day_of
from ccus.foundation.dated import DatedFact
from ccus.foundation.periods import Period
from ccus.foundation.superseding import copied, supersede
from tests.factories.companies import company
from tests.factories.facts import RECORDED_AT
from tests.factories.personas import firm
from tests.factories.sites import accept, prime_spot, roster_line, site, spot
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
FACT = {"valid_from": date(2026, 4, 1), "recorded_at": RECORDED_AT, "recorded_by": "system:0"}
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)
ABOVE = ("prime", "first", "second")


@dataclass(frozen=True, slots=True)
class Tree:
    """prime → first → second → employer → below; `side` under first, `cousin` under side."""

    site: Site
    spots: dict[str, StructureMember]
    worker: Worker
    line: RosterLine
    link: Affiliation

    def firm(self, name: str) -> Company:
        found = self.spots[name].company
        assert found is not None
        return found

    def sees(self, name: str, at: datetime) -> Relation | None:
        return relation(firm(self.firm(name)), self.worker, at)


UPPER = {
    "first": "prime",
    "second": "first",
    "employer": "second",
    "below": "employer",
    "side": "first",
    "cousin": "side",
}


@pytest.fixture
def tree() -> Tree:
    place = site()
    spots = {"prime": prime_spot(place)}
    for name, upper in UPPER.items():
        spots[name] = accept(spot(place, company(), spots[upper]))
    someone = worker()
    link = affiliation(worker=someone, company=spots["employer"].company)
    line = roster_line(worker=someone, member=spots["employer"])
    return Tree(place, spots, someone, line, link)


def relation(actor: Actor, to: Worker, at: datetime, purpose: Purpose = Purpose.ROSTER) -> Relation | None:
    return relations(actor, [to.pk], purpose=purpose, on=day_of(at), at=at).get(to.pk)


def over(fact: DatedFact) -> None:
    """The fact does not stand any more."""
    supersede(fact, at=RECORDED_AT)


def holds(fact: DatedFact, from_on: date | None = None, until_on: date | None = None) -> None:
    """The fact holds on other days."""
    over(fact)
    period = Period(from_on or fact.valid_from, until_on)
    copied(fact, period, recorded_at=RECORDED_AT, recorded_by="system:0").save()


@pytest.mark.parametrize("name", ["prime", *UPPER])
def test_everybody_on_the_path_up_to_the_prime_may_look_and_no_side_branch(
    name: str, tree: Tree, at: datetime
) -> None:
    on_path = dict.fromkeys(ABOVE, Relation.SITE) | {"employer": Relation.EMPLOYER}
    assert tree.sees(name, at) is on_path.get(name)


OF_SITES = {Purpose.ROSTER, Purpose.PAPERS, Purpose.SITE_FEES, Purpose.MONTH_REPORT, Purpose.APPROVAL}


@pytest.mark.parametrize("purpose", sorted(set(Purpose) - OF_SITES))
def test_the_prime_looks_for_what_it_has_to_do_with_its_sites_only(
    purpose: Purpose, tree: Tree, at: datetime
) -> None:
    finds_like_others = Relation.OTHER if purpose in {Purpose.SEARCH, Purpose.FOUND} else None
    assert relation(firm(tree.firm("prime")), tree.worker, at, purpose) is finds_like_others


@pytest.mark.parametrize("fact", ["line", "link", "period"])
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((None, TODAY), None),
        ((None, TOMORROW), Relation.SITE),
        ((TOMORROW, None), None),
        ((TODAY, None), Relation.SITE),
    ],
)
def test_it_begins_and_ends_with_line_link_and_period_to_the_day(
    fact: str, days: tuple[date | None, date | None], expected: Relation | None, tree: Tree, at: datetime
) -> None:
    period = AccumulationPeriod.objects.get(site=tree.site)
    holds({"line": tree.line, "link": tree.link, "period": period}[fact], *days)
    assert {tree.sees(name, at) for name in ABOVE} == {expected}


def test_a_roster_line_without_any_link_shows_nothing(tree: Tree, at: datetime) -> None:
    over(tree.link)
    affiliation(worker=tree.worker, company=company())
    assert [tree.sees(name, at) for name in ("prime", *UPPER)] == [None] * 7


def test_an_agreement_to_work_for_the_lines_firm_is_a_link_and_lets_that_firm_look(
    tree: Tree, at: datetime
) -> None:
    over(tree.link)
    Placement.objects.create(worker=tree.worker, company=tree.firm("employer"), **FACT)
    assert {tree.sees(name, at) for name in (*ABOVE, "employer")} == {Relation.SITE}


def test_a_firm_that_was_only_invited_sees_nobody_and_the_others_go_on(tree: Tree, at: datetime) -> None:
    over(StructureAcceptance.objects.get(member=tree.spots["second"]))
    assert [tree.sees(name, at) for name in ABOVE] == [Relation.SITE, Relation.SITE, None]


def test_a_firm_sees_nobody_before_the_first_day_of_its_acceptance(tree: Tree, at: datetime) -> None:
    holds(StructureAcceptance.objects.get(member=tree.spots["second"]), from_on=TOMORROW)
    assert tree.sees("second", at) is None


@pytest.mark.parametrize("column", ["withdrawn_at", "refused_at"])
def test_a_firm_that_refused_or_was_withdrawn_sees_nothing_and_others_go_on(
    column: str, tree: Tree, at: datetime
) -> None:
    StructureMember.objects.filter(pk=tree.spots["second"].pk).update(**{column: at})
    assert [tree.sees(name, at) for name in ABOVE] == [Relation.SITE, Relation.SITE, None]


def test_a_firm_that_left_the_structure_sees_nothing_any_more(tree: Tree, at: datetime) -> None:
    holds(StructureAcceptance.objects.get(member=tree.spots["first"]), until_on=TODAY)
    assert [tree.sees(name, at) for name in ABOVE] == [Relation.SITE, None, Relation.SITE]


def test_a_roster_of_a_withdrawn_spot_opens_nothing_above(tree: Tree, at: datetime) -> None:
    StructureMember.objects.filter(pk=tree.spots["employer"].pk).update(withdrawn_at=at)
    assert [tree.sees(name, at) for name in ABOVE] == [None] * 3


@pytest.mark.parametrize(
    ("until", "expected"), [(None, Relation.SITE), (TOMORROW, Relation.SITE), (TODAY, None)]
)
def test_a_partner_of_the_joint_venture_looks_like_the_prime_while_it_is_one(
    until: date | None, expected: Relation | None, tree: Tree, at: datetime
) -> None:
    partner = company()
    SitePartner.objects.create(site=tree.site, company=partner, **FACT | {"valid_until": until})
    assert relation(firm(partner), tree.worker, at) is expected


PROXY_FACTS = ("proxy", "consent", "link", "period")


@dataclass(frozen=True, slots=True)
class Proxied:
    """Somebody of the employer on no roster yet, and what lets `second` write one."""

    worker: Worker
    facts: dict[str, DatedFact]


@pytest.fixture
def proxied(tree: Tree) -> Proxied:
    taker, someone = tree.firm("second"), worker()
    facts: dict[str, DatedFact] = {
        "proxy": StructureProxy.objects.create(giver=tree.firm("employer"), taker=taker, **FACT),
        "consent": ProxyConsent.objects.create(worker=someone, company=taker, **FACT),
        "link": affiliation(worker=someone, company=tree.firm("employer")),
        "period": AccumulationPeriod.objects.get(site=tree.site),
    }
    return Proxied(someone, facts)


def test_who_acts_for_the_employer_sees_what_a_roster_takes(
    tree: Tree, proxied: Proxied, at: datetime
) -> None:
    proxy = firm(tree.firm("second"))
    [seen] = workers_as_seen_by(proxy, [proxied.worker.pk], purpose=Purpose.ROSTER, at=at)
    assert seen.relation is Relation.ROSTER_PROXY
    assert {"name", "trades", "qualifications", "special_health", "insurance"} <= set(seen.shown)
    assert {"contact", "emergency", "blood", "status", "affiliation", "past_affiliation"} <= seen.hidden


@pytest.mark.parametrize("fact", PROXY_FACTS)
def test_without_proxy_consent_link_or_running_site_nobody_acts_for_the_employer(
    fact: str, tree: Tree, proxied: Proxied, at: datetime
) -> None:
    over(proxied.facts[fact])
    assert relation(firm(tree.firm("second")), proxied.worker, at) is None


def test_who_has_left_the_structure_acts_for_the_employer_no_more(
    tree: Tree, proxied: Proxied, at: datetime
) -> None:
    proxy, member = firm(tree.firm("second")), tree.spots["employer"]
    assert acts_as_proxy(proxy, member)
    holds(StructureAcceptance.objects.get(member=tree.spots["second"]), until_on=TODAY)
    assert relation(proxy, proxied.worker, at) is None
    assert not acts_as_proxy(proxy, member)


@pytest.mark.parametrize("name", ["side", "below"])
def test_a_firm_that_does_not_stand_above_the_employer_acts_for_nobody(
    name: str, tree: Tree, proxied: Proxied, at: datetime
) -> None:
    taker = tree.firm(name)
    StructureProxy.objects.create(giver=tree.firm("employer"), taker=taker, **FACT)
    ProxyConsent.objects.create(worker=proxied.worker, company=taker, **FACT)
    assert relation(firm(taker), proxied.worker, at) is None


def statements(count: int, at: datetime) -> int:
    place = site()
    employer = accept(spot(place, company(), prime_spot(place)))
    crew = [worker() for _ in range(count)]
    for one in crew:
        affiliation(worker=one, company=employer.company)
        roster_line(worker=one, member=employer)
    with CaptureQueriesContext(connection) as captured:
        seen = workers_as_seen_by(firm(place.prime), [one.pk for one in crew], purpose=Purpose.ROSTER, at=at)
    assert [one.relation for one in seen] == [Relation.SITE] * count
    return len(captured)


def test_the_prime_sees_a_hundred_workers_with_as_many_statements_as_two(at: datetime) -> None:
    assert statements(2, at) == statements(100, at)
