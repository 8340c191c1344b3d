"""つながり: what connects a company with a worker besides the row that is put right (FIX-06)."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from ccus.domain.companies.models import Company
from ccus.domain.corrections.models import ChangeDone
from ccus.domain.corrections.terms import Doing
from ccus.domain.corrections.ties import PutRight, linked_by, superseded_by, tied
from ccus.domain.sites.models import Placement, ProxyConsent, SitePartner
from ccus.domain.workers.models import Affiliation, Worker
from ccus.foundation.superseding import supersede
from tests.factories import companies, mandates
from tests.factories.claims import entered
from tests.factories.corrections import agreement, change_set, corrector, done, row
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.personas import Cast
from tests.factories.records import record
from tests.factories.sites import accept, roster_line, site, spot
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
NOTHING = PutRight()
FACT = {"valid_from": BEGAN, "recorded_at": RECORDED_AT, "recorded_by": "system:0"}
ENDED = {"valid_from": date(2015, 4, 1), "valid_until": date(2016, 4, 1)}
YESTERDAY = date(2026, 11, 19)
Tie = Callable[[Worker, Company], object]


def is_tied(someone: Worker, company: Company, put_right: PutRight = NOTHING) -> bool:
    pair = (someone.pk, company.pk)
    return pair in tied([pair], put_right)


def asked(is_accepted: bool | None, *, by: str = "worker") -> Tie:
    closed_at = None if is_accepted is None else RECORDED_AT
    return lambda someone, company: agreement(
        someone,
        company,
        asked_by=f"{by}:{(someone if by == 'worker' else company).pk}",
        closed_at=closed_at,
        is_accepted=is_accepted,
    ).save()


def on_a_roster_below(someone: Worker, company: Company) -> None:
    place, firm = site(prime=company), companies.company()
    affiliation(worker=someone, company=firm)
    roster_line(worker=someone, member=accept(spot(place, firm, place.members.get(tier=0))))


def on_a_roster_beside(someone: Worker, company: Company) -> None:
    place = site()
    SitePartner.objects.create(site=place, company=company, **FACT)
    affiliation(worker=someone, company=place.prime)
    roster_line(worker=someone, member=place.members.get(tier=0))


def at_work_below(someone: Worker, company: Company) -> None:
    place = site(prime=company)
    line = roster_line(worker=someone, member=accept(spot(place, company, place.members.get(tier=0))))
    record(someone, place, YESTERDAY, line=line)
    supersede(line, at=RECORDED_AT)


TIES: dict[str, Tie] = {
    "another time of 所属": lambda w, c: affiliation(worker=w, company=c, is_main=False, **ENDED),
    "a request of the worker that waits": asked(None),
    "a request that was accepted": asked(True, by="company"),
    "an agreed 就業": lambda w, c: Placement.objects.create(worker=w, company=c, **FACT),
    "a mandate": mandates.mandate,
    "a consent": lambda w, c: ProxyConsent.objects.create(worker=w, company=c, **FACT),
    "a roster below": on_a_roster_below,
    "a roster beside": on_a_roster_beside,
    "work below": at_work_below,
}


@pytest.mark.parametrize("name", TIES)
def test_whatever_else_the_register_knows_of_both_connects_them(cast: Cast, name: str) -> None:
    someone = worker()
    TIES[name](someone, cast.stranger)
    assert is_tied(someone, cast.stranger)
    assert not is_tied(cast.mirai, cast.stranger)


def test_a_request_that_was_refused_connects_nobody(cast: Cast) -> None:
    asked(is_accepted=False)(cast.mirai, cast.stranger)
    assert not is_tied(cast.mirai, cast.stranger)


def test_what_a_company_alone_asks_for_connects_it_with_nobody(cast: Cast) -> None:
    asked(None, by="company")(cast.mirai, cast.stranger)
    assert not is_tied(cast.mirai, cast.stranger)


def test_a_roster_that_a_firm_wrote_alone_connects_nobody(cast: Cast) -> None:
    someone, place = worker(), site(prime=cast.stranger)
    roster_line(worker=someone, member=place.members.get(tier=0))
    assert not is_tied(someone, cast.stranger)


def written_past(cast: Cast, at: datetime) -> Affiliation:
    """A link that only a correction wrote, of years ago: nobody sees anybody by it."""
    by = corrector()
    written = change_set("affiliation", by=by, at=at)
    values = {
        "company": cast.stranger.number,
        "employment": "daily",
        "since": "2015-04-01",
        "until": "2016-03-31",
    }
    row(written, cast.mirai.number, values, by=by, at=at, doing=Doing.ENTER)
    done(written, at=at)
    return Affiliation.objects.get(company=cast.stranger)


def test_a_past_link_that_a_correction_wrote_connects_nobody_for_the_next_one(
    cast: Cast, at: datetime
) -> None:
    link = written_past(cast, at)
    assert not is_tied(cast.mirai, cast.stranger)
    supersede(link, at=at)
    assert not is_tied(cast.mirai, cast.stranger, PutRight(superseded=[link.pk]))


def test_what_a_correction_put_right_of_an_agreed_link_connects_still(cast: Cast, at: datetime) -> None:
    someone = worker()
    affiliation(worker=someone, company=cast.stranger, employment="regular")
    by = corrector()
    written = change_set("affiliation", by=by, at=at)
    row(written, someone.number, {"employment": "daily", "until": "2026-10-31"}, by=by, at=at)
    done(written, at=at)
    assert is_tied(someone, cast.stranger)


def test_a_claim_connects_with_those_who_were_asked(cast: Cast) -> None:
    entered(cast.mirai, cast.site, YESTERDAY)
    supersede(cast.line, at=RECORDED_AT)
    assert is_tied(cast.mirai, cast.sato)
    assert not is_tied(cast.mirai, cast.stranger)


def test_a_firm_beside_the_own_branch_of_a_site_is_not_connected(cast: Cast) -> None:
    accept(spot(cast.site, cast.stranger, cast.first_tier))
    record(cast.mirai, cast.site, YESTERDAY, line=cast.line)
    assert not is_tied(cast.mirai, cast.stranger)


def test_what_the_correction_adds_connects_nobody_and_what_it_ends_does(cast: Cast) -> None:
    link = affiliation(worker=cast.mirai, company=cast.stranger, is_main=False)
    assert not is_tied(cast.mirai, cast.stranger, PutRight(added=[link.pk]))
    supersede(link, at=RECORDED_AT)
    assert not is_tied(cast.mirai, cast.stranger)
    assert is_tied(cast.mirai, cast.stranger, PutRight(superseded=[link.pk]))


def test_what_is_taken_back_goes_to_whom_it_was_linked_with_before(cast: Cast, at: datetime) -> None:
    asked(is_accepted=True)(cast.mirai, cast.stranger)
    by = corrector()
    written = change_set("affiliation", by=by, at=at)
    values = {"company": cast.stranger.number, "employment": "daily"}
    row(written, cast.mirai.number, values, by=by, at=at)
    done(written, at=at)
    restored = superseded_by([ChangeDone.objects.get().pk])
    assert linked_by(restored) == {(cast.mirai.pk, cast.takahashi.pk)}
    assert linked_by(superseded_by([])) == frozenset()
