"""現場IDの付与: days of a site that was not registered become entries at the registered one (CLAIM-20, D-16)."""

from datetime import date, datetime
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.notices.models import Notice
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.work_history.actions.attachments import attach_site
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.actions.own_sites import enter_days_at_own_site, open_own_site
from ccus.domain.work_history.claim_terms import Answer, Party
from ccus.domain.work_history.claims.attaching import NothingToAttach, fit_at
from ccus.domain.work_history.claims.entered import DayOutsidePeriod
from ccus.domain.work_history.claims.stated import ClaimClosed
from ccus.domain.work_history.models import DayClaim, OwnSite
from ccus.domain.work_history.terms import State
from tests.factories import sites
from tests.factories.claims import approved, entered, entered_there, own_site, state_of_days, typed
from tests.factories.personas import Cast, firm, person

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
pytestmark = pytest.mark.django_db


@pytest.fixture
def own(cast: Cast) -> OwnSite:
    return own_site(cast.mirai)


def attach(own: OwnSite, cast: Cast, at: datetime, *days: date) -> list[DayClaim]:
    return attach_site(own_site=own, site=cast.site, days=days or None, by=person(cast.mirai), at=at)


def test_an_attached_day_waits_for_the_prime_and_leaves_the_old_place(
    cast: Cast, own: OwnSite, at: datetime
) -> None:
    (old,) = entered_there(own, MONDAY)
    assert state_of_days(cast.mirai, own.place_id) == [(MONDAY, State.UNAPPROVED)]
    (claim,) = attach(own, cast, at)
    assert claim.instead_of == old
    assert set(claim.asks.values_list("party", flat=True)) == {Party.EMPLOYER, Party.FIRST_TIER, Party.PRIME}
    assert state_of_days(cast.mirai) == [(MONDAY, State.AWAITING_APPROVAL)]
    assert state_of_days(cast.mirai, cast.site.pk) == [(MONDAY, State.AWAITING_APPROVAL)]


def test_an_attached_day_says_what_was_entered(cast: Cast, own: OwnSite, at: datetime) -> None:
    (old,) = entered_there(own, MONDAY, work_content="揚重作業", remark="看板で確認")
    (claim,) = attach(own, cast, at)
    same = ("work_content", "remark", "trade_id", "position_id", "why", "company_id")
    assert [getattr(claim, name) for name in same] == [getattr(old, name) for name in same]


def test_months_later_the_deadline_is_counted_from_the_attachment(cast: Cast, own: OwnSite) -> None:
    entered_there(own, MONDAY)
    at = datetime.fromisoformat("2027-03-03T12:00:00+09:00")
    (claim,) = attach(own, cast, at)
    approved(claim, at=at)
    assert state_of_days(cast.mirai) == [(MONDAY, State.OFFICIAL)]
    assert claim.due_at == datetime.fromisoformat("2027-05-01T00:00:00+09:00")


def test_days_outside_the_period_stay_where_they_are(cast: Cast, own: OwnSite, at: datetime) -> None:
    change_period(site=cast.site, from_on=sites.FIRST_DAY, until_on=TUESDAY, by=SYSTEM, at=at)
    entered_there(own, MONDAY, TUESDAY)
    assert (fit_at(own, cast.site).free, fit_at(own, cast.site).outside) == ((MONDAY,), (TUESDAY,))
    assert [claim.work_on for claim in attach(own, cast, at)] == [MONDAY]
    assert state_of_days(cast.mirai, own.place_id) == [(TUESDAY, State.UNAPPROVED)]


def test_a_day_that_is_named_and_lies_outside_is_refused_by_name(
    cast: Cast, own: OwnSite, at: datetime
) -> None:
    change_period(site=cast.site, from_on=sites.FIRST_DAY, until_on=TUESDAY, by=SYSTEM, at=at)
    entered_there(own, MONDAY, TUESDAY)
    with pytest.raises(DayOutsidePeriod, match="2026年11月17日は、未来タワー新築工事の就業履歴蓄積期間"):
        attach(own, cast, at, MONDAY, TUESDAY)


def test_a_site_that_holds_no_day_says_its_period(cast: Cast, own: OwnSite, at: datetime) -> None:
    later = sites.site(prime=cast.sato, period__valid_from=date(2026, 12, 1), period__valid_until=None)
    entered_there(own, MONDAY)
    with pytest.raises(DayOutsidePeriod, match="2026年12月1日から"):
        attach_site(own_site=own, site=later, days=None, by=person(cast.mirai), at=at)


def test_a_day_entered_at_the_registered_site_too_stays(cast: Cast, own: OwnSite, at: datetime) -> None:
    entered_there(own, MONDAY, TUESDAY)
    entered(cast.mirai, cast.site, MONDAY)
    assert fit_at(own, cast.site).entered == (MONDAY,)
    assert [claim.work_on for claim in attach(own, cast, at)] == [TUESDAY]


def test_a_day_is_attached_once(cast: Cast, own: OwnSite, at: datetime) -> None:
    entered_there(own, MONDAY)
    attach(own, cast, at)
    with pytest.raises(NothingToAttach, match="付けられる日がありません"):
        attach(own, cast, at)
    with pytest.raises(NothingToAttach, match="2026年11月16日は、見本邸改修工事に入力されていないか"):
        attach(own, cast, at, MONDAY)


def test_a_withdrawn_attachment_leaves_the_day_as_it_was_before(
    cast: Cast, own: OwnSite, at: datetime
) -> None:
    (old,) = entered_there(own, MONDAY)
    (claim,) = attach(own, cast, at)
    with pytest.raises(ClaimClosed, match="登録された現場に付けたほう"):
        withdraw(claim=old, by=person(cast.mirai), at=at)
    state_of_days(cast.mirai)
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    assert state_of_days(cast.mirai) == [(MONDAY, State.UNAPPROVED)]
    assert attach(own, cast, at)


def test_only_who_described_a_site_attaches_it(cast: Cast, own: OwnSite, at: datetime) -> None:
    entered_there(own, MONDAY)
    attaching = partial(attach_site, own_site=own, site=cast.site, days=None, at=at)
    with pytest.raises(NotAllowed):
        attaching(by=firm(cast.takahashi))


def test_an_employer_attaches_what_it_entered_and_the_worker_is_told(cast: Cast, at: datetime) -> None:
    by = firm(cast.takahashi)
    own = open_own_site(worker=cast.mirai, name="見本邸改修工事", by=by, at=at)
    enter_days_at_own_site(own_site=own, company=None, days=typed(MONDAY), by=by, at=at)
    (claim,) = attach_site(own_site=own, site=cast.site, days=None, by=by, at=at)
    assert claim.asks.get(party=Party.EMPLOYER).answer == Answer.CONFIRMED
    assert Notice.objects.filter(account=cast.account, body__contains=cast.site.name).exists()


def test_a_month_is_attached_with_as_many_statements_as_a_day(cast: Cast, own: OwnSite, at: datetime) -> None:
    entered_there(own, *(date(2026, 10, day) for day in range(1, 32)))
    with CaptureQueriesContext(connection) as few:
        attach(own, cast, at, date(2026, 10, 1))
    with CaptureQueriesContext(connection) as many:
        attach(own, cast, at, *(date(2026, 10, day) for day in range(2, 32)))
    assert len(many) == len(few)
