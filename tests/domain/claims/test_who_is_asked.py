"""誰に求めるか: each company once, in the highest part it has, whatever the structure (CLAIM-02, CLAIM-15)."""

from datetime import date, datetime
from functools import partial

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Company
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.placements import accept_placement, ask_placement
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.sites.models import Site
from ccus.domain.work_history.actions.answers import approve
from ccus.domain.work_history.claim_terms import Answer, Party
from ccus.domain.work_history.models import DayAsk
from ccus.domain.workers.models import Worker
from tests.factories import companies, seats, sites, workers
from tests.factories.claims import entered
from tests.factories.personas import Cast, firm

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def parties(worker: Worker, site: Site, **values: Company) -> dict[Party, int]:
    (claim,) = entered(worker, site, MONDAY, **values)  # type: ignore[arg-type]  # a company alone
    return {Party(party): company for party, company in claim.asks.values_list("party", "company")}


def worker_of(*firms: Company) -> Worker:
    worker = workers.worker()
    for n, company in enumerate(firms):
        workers.affiliation(worker=worker, company=company, is_main=n == 0)
    return worker


def test_an_employer_in_the_first_tier_is_asked_as_that_alone(cast: Cast) -> None:
    assert parties(worker_of(cast.suzuki), cast.site) == {
        Party.FIRST_TIER: cast.suzuki.pk,
        Party.PRIME: cast.sato.pk,
    }


def test_an_employer_that_is_the_prime_is_asked_as_prime_alone(cast: Cast) -> None:
    assert parties(worker_of(cast.sato), cast.site) == {Party.PRIME: cast.sato.pk}


def test_a_firm_without_a_spot_at_the_site_has_no_first_tier(cast: Cast) -> None:
    assert parties(worker_of(cast.stranger), cast.site) == {
        Party.EMPLOYER: cast.stranger.pk,
        Party.PRIME: cast.sato.pk,
    }


def test_a_worker_of_nobody_asks_the_prime_alone(cast: Cast) -> None:
    assert parties(workers.worker(), cast.site) == {Party.PRIME: cast.sato.pk}


def test_of_several_employers_the_main_one_is_asked(cast: Cast) -> None:
    assert parties(worker_of(cast.takahashi, cast.suzuki), cast.site)[Party.EMPLOYER] == cast.takahashi.pk


def test_the_employer_that_is_named_is_asked_instead(cast: Cast) -> None:
    asked = parties(worker_of(cast.takahashi, cast.suzuki), cast.site, company=cast.suzuki)
    assert asked == {Party.FIRST_TIER: cast.suzuki.pk, Party.PRIME: cast.sato.pk}


def test_the_firm_of_the_roster_line_comes_before_the_main_employer(cast: Cast) -> None:
    worker = worker_of(cast.stranger)
    sites.roster_line(worker=worker, member=cast.second_tier)
    assert parties(worker, cast.site)[Party.EMPLOYER] == cast.takahashi.pk


def test_a_firm_at_two_spots_is_asked_through_the_one_of_the_roster_line(cast: Cast) -> None:
    other = sites.accept(sites.spot(cast.site, companies.company(), cast.prime))
    below = sites.accept(sites.spot(cast.site, cast.takahashi, other))
    lent = worker_of(cast.takahashi)
    sites.roster_line(worker=lent, member=below)
    assert parties(lent, cast.site)[Party.FIRST_TIER] == other.company_id
    assert parties(worker_of(cast.takahashi), cast.site)[Party.FIRST_TIER] == cast.suzuki.pk


def test_a_firm_that_lends_the_worker_by_agreement_may_be_named(cast: Cast, at: datetime) -> None:
    worker = workers.worker()
    asked = ask_placement(worker=worker, company=cast.suzuki, from_on=MONDAY, by=SYSTEM, at=at)
    accept_placement(request=asked, by=firm(cast.suzuki), at=at)
    assert Party.FIRST_TIER in parties(worker, cast.site, company=cast.suzuki)


def test_a_first_tier_that_is_not_registered_is_not_asked(cast: Cast, at: datetime) -> None:
    stand_in = declare_stand_in(upper=cast.prime, name="未来塗装", by=SYSTEM, at=at)
    below = sites.spot(cast.site, companies.company(), stand_in)
    assert below.company is not None
    assert set(parties(worker_of(below.company), cast.site)) == {Party.EMPLOYER, Party.PRIME}


def test_a_spot_whose_invitation_was_withdrawn_is_nobodys_way(cast: Cast, at: datetime) -> None:
    gone = sites.spot(cast.site, cast.stranger, cast.first_tier)
    type(gone).objects.filter(pk=gone.pk).update(withdrawn_at=at)
    assert Party.FIRST_TIER not in parties(worker_of(cast.stranger), cast.site)


def test_what_the_prime_enters_itself_it_still_approves_and_that_is_marked(cast: Cast, at: datetime) -> None:
    (claim,) = entered(worker_of(cast.sato), cast.site, MONDAY, by=firm(cast.sato))
    ask = partial(DayAsk.objects.get, claim=claim)
    assert ask().answer is None
    approve(claim=claim, by=firm(cast.sato), at=at)
    assert (ask().answer, ask().is_own) == (Answer.APPROVED, True)


def test_a_company_that_confirmed_by_entering_is_not_told_to_confirm(cast: Cast) -> None:
    own, first = seats.seat(cast.takahashi), seats.seat(cast.suzuki)
    entered(cast.mirai, cast.site, MONDAY, by=firm(cast.takahashi))
    told = set(Notice.objects.values_list("account", flat=True))
    assert first.account in told
    assert own.account not in told
