"""現場登録のない現場: the signboard in words, and days worked there (CLAIM-18, CLAIM-19)."""

from datetime import date, datetime
from functools import partial
from typing import Any

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.notices.models import Notice
from ccus.domain.sites.rules import TextUnreadable
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.actions.own_sites import enter_days_at_own_site, mend_own_site, open_own_site
from ccus.domain.work_history.claims.day_checks import DayInFuture, DayTwice, DeadlinePassed
from ccus.domain.work_history.claims.firms import NotThatFirm
from ccus.domain.work_history.claims.signboards import OwnSiteKnown
from ccus.domain.work_history.models import DayAsk, OwnSite, WorkRecord
from ccus.domain.work_history.terms import Evidence, Reason, State
from ccus.foundation.superseding import AlreadyChanged
from tests.factories import seats, workers
from tests.factories.claims import entered_there, own_site, settled, state_of_days, typed
from tests.factories.personas import Cast, firm, person

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
pytestmark = pytest.mark.django_db


def test_the_name_alone_is_enough_to_describe_a_site(cast: Cast, at: datetime) -> None:
    made = open_own_site(worker=cast.mirai, name="　見本邸　改修工事 ", by=person(cast.mirai), at=at)
    assert (made.name, made.address, made.place.kind) == ("見本邸 改修工事", "", "own")


def test_what_the_signboard_says_is_kept_as_sites_keep_it(cast: Cast) -> None:
    made = own_site(
        cast.mirai, labour_insurance="13-1-01-234567-000", building_confirmation="第Ｒ08 確認建築 123号"
    )
    assert (made.labour_insurance, made.building_confirmation) == ("13101234567000", "第R08確認建築123号")


@pytest.mark.parametrize(
    ("field", "typed_text", "says"),
    [
        ("name", " ", "現場名が入力されていません"),
        ("address", "港" * 161, "施工場所住所が161文字です"),
        ("labour_insurance", "13-1", "労働保険番号（131）が読み取れません"),
        ("prime_name", "佐" * 81, "元請事業者名が81文字です。80文字以内"),
    ],
)
def test_a_text_that_cannot_be_kept_names_its_field(
    cast: Cast, field: str, typed_text: str, says: str
) -> None:
    board: dict[str, Any] = {field: typed_text}
    with pytest.raises(TextUnreadable, match=says) as refused:
        own_site(cast.mirai, **board)
    assert refused.value.field == field


def test_one_site_is_described_once_by_a_worker(cast: Cast) -> None:
    own_site(cast.mirai)
    with pytest.raises(OwnSiteKnown, match="見本邸改修工事"):
        own_site(cast.mirai)
    own_site(cast.mirai, address="千葉県見本市1")
    own_site(workers.worker())
    assert OwnSite.objects.count() == 3


def test_a_mended_site_keeps_its_place_its_key_and_the_old_text(cast: Cast, at: datetime) -> None:
    made = own_site(cast.mirai)
    mend = partial(mend_own_site, own_site=made, name="見本邸新築工事", by=person(cast.mirai), at=at)
    mended = mend()
    assert (mended.place_id, mended.key, mended.name) == (made.place_id, made.key, "見本邸新築工事")
    assert OwnSite.objects.get(pk=made.pk).superseded_at == at
    with pytest.raises(AlreadyChanged):
        mend(name="見本邸解体工事")


def test_days_there_stay_without_approval_and_nobody_is_asked(cast: Cast) -> None:
    entered_there(own_site(cast.mirai), MONDAY, TUESDAY)
    settled()
    day = WorkRecord.objects.get(worker=cast.mirai.pk, work_on=MONDAY)
    assert (day.state, day.evidence) == (State.UNAPPROVED, Evidence.ENTRY)
    assert day.reasons == [Reason.NO_REGISTERED_SITE]
    assert not DayAsk.objects.exists()


def test_a_whole_month_is_entered_at_once(cast: Cast) -> None:
    october = [date(2026, 10, day) for day in range(1, 32)]
    assert len(entered_there(own_site(cast.mirai), *october)) == 31
    assert len(state_of_days(cast.mirai)) == 31


def test_days_there_obey_the_same_calendar(cast: Cast) -> None:
    own = own_site(cast.mirai)
    with pytest.raises(DayInFuture):
        entered_there(own, date(2026, 11, 21))
    with pytest.raises(DeadlinePassed):
        entered_there(own, date(2026, 9, 30))
    entered_there(own, MONDAY)
    with pytest.raises(DayTwice, match="もう入力されています"):
        entered_there(own, MONDAY)


def test_a_day_there_is_withdrawn_and_gone(cast: Cast, at: datetime) -> None:
    (claim,) = entered_there(own_site(cast.mirai), MONDAY)
    withdraw(claim=claim, by=person(cast.mirai), at=at)
    assert state_of_days(cast.mirai) == []


def test_nobody_enters_days_at_the_own_site_of_another(cast: Cast, at: datetime) -> None:
    own = own_site(workers.worker())
    for by in (person(cast.mirai), firm(cast.takahashi)):
        with pytest.raises(NotAllowed):
            enter_days_at_own_site(own_site=own, company=None, days=typed(MONDAY), by=by, at=at)


def test_an_employer_describes_a_site_for_its_worker_who_is_told(cast: Cast, at: datetime) -> None:
    by = seats.actor_of(seats.seat(cast.takahashi))
    own = open_own_site(worker=cast.mirai, name="見本邸改修工事", by=by, at=at)
    (claim,) = enter_days_at_own_site(own_site=own, company=None, days=typed(MONDAY), by=by, at=at)
    assert claim.company == cast.takahashi
    assert Notice.objects.filter(account=cast.account, body__contains="見本邸改修工事").exists()


def test_a_firm_describes_no_site_for_a_worker_of_others(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotThatFirm):
        open_own_site(worker=cast.mirai, name="見本邸改修工事", by=firm(cast.stranger), at=at)
