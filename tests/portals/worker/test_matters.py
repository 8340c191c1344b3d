"""あなたがすること (PORTAL-44): one list, the most urgent first, three of it open."""

from datetime import date, timedelta

import pytest

from ccus.domain.companies.policies import as_actor
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.foundation import clock
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def asks(person: cast.Person, name: str) -> None:
    company = cast.company(name)
    by, at = as_actor(company), clock.now()
    ask_affiliation(worker=person.worker, company=company, is_main=False, from_on=TODAY, by=by, at=at)


def test_nothing_to_do_shows_no_list() -> None:
    assert "あなたがすること" not in cast.words(cast.signed_in(cast.settled()).get("/worker/"))


def test_what_spoils_days_at_once_goes_before_what_others_wait_for() -> None:
    mirai = cast.settled()
    asks(mirai, "鈴木工務店")
    registered.qualification(mirai, expires=(TODAY + timedelta(days=2)).isoformat())
    cast.on_roster(mirai, cast.site())
    steps = cast.signed_in(mirai).get("/worker/").context["next_steps"]
    assert [matter.href for matter in steps.first] == ["/worker/expiring/", "/worker/employers/"]


def test_a_day_that_only_nears_stands_behind_what_others_wait_for() -> None:
    mirai = cast.settled()
    registered.qualification(mirai, expires=(TODAY + timedelta(days=20)).isoformat())
    asks(mirai, "鈴木工務店")
    steps = cast.signed_in(mirai).get("/worker/").context["next_steps"]
    assert [matter.href for matter in steps.first] == ["/worker/employers/", "/worker/expiring/"]


def test_the_fourth_matter_is_folded_away_with_its_number() -> None:
    mirai = cast.settled()
    for name in ("甲建設", "乙建設", "丙建設", "丁建設", "戊建設"):
        asks(mirai, name)
    page = cast.words(cast.signed_in(mirai).get("/worker/"))
    assert '<summary class="num">ほかに2件</summary>' in page
    assert page.index("丙建設が、所属") < page.index("ほかに2件") < page.index("戊建設が、所属")


def test_the_list_stands_before_the_record_of_today() -> None:
    mirai = cast.settled()
    asks(mirai, "鈴木工務店")
    page = cast.words(cast.signed_in(mirai).get("/worker/"))
    assert (
        page.index("あなたがすること") < page.index("今日の記録") < page.index("最初に行っていただきたいこと")
    )
