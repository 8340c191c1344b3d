"""あなたがすること (PORTAL-44): one list, the most urgent first, two of it open."""

from datetime import date, timedelta

import pytest
from time_machine import Traveller

from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.companies.policies import as_actor
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.printing.actions.arrival import confirm_arrival
from ccus.domain.proxies.actions.asks import ask_for_mandate, decline_mandate
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.foundation import clock
from ccus.portals.worker.matters import Urgency
from tests.conftest import STANDING_MOMENT
from tests.factories import accounts, applications, cards, printing
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def asks(person: cast.Person, name: str) -> None:
    company = cast.company(name)
    by, at = as_actor(company), clock.now()
    ask_affiliation(worker=person.worker, company=company, is_main=False, from_on=TODAY, by=by, at=at)


def hrefs(person: cast.Person) -> list[str]:
    steps = cast.signed_in(person).get("/worker/").context["next_steps"]
    return [matter.href for matter in steps.first]


def test_nothing_to_do_shows_no_list() -> None:
    assert "あなたがすること" not in cast.words(cast.signed_in(cast.settled()).get("/worker/"))


def test_a_permit_that_ends_before_booked_days_goes_before_what_others_wait_for() -> None:
    mirai = cast.settled()
    asks(mirai, "鈴木工務店")
    permit = {"residence_status": "ssw1", "residence_until": (TODAY + timedelta(days=2)).isoformat()}
    registered.enter(mirai, "status", sex="male", nationality="VN", since="2024-01-01", **permit)
    cast.on_roster(mirai, cast.site())
    assert hrefs(mirai) == ["/worker/expiring/", "/worker/employers/"]


def test_a_certificate_that_ends_stands_behind_what_others_wait_for() -> None:
    mirai = cast.settled()
    registered.qualification(mirai, expires=(TODAY + timedelta(days=2)).isoformat())
    cast.on_roster(mirai, cast.site())
    asks(mirai, "鈴木工務店")
    assert hrefs(mirai) == ["/worker/employers/", "/worker/expiring/"]


def test_the_third_matter_is_folded_away_with_its_number() -> None:
    mirai = cast.settled()
    for name in ("甲建設", "乙建設", "丙建設", "丁建設"):
        asks(mirai, name)
    page = cast.words(cast.signed_in(mirai).get("/worker/"))
    assert '<summary class="num">ほかに2件</summary>' in page
    assert page.index("乙建設が、所属") < page.index("ほかに2件") < page.index("丙建設が、所属")


def test_the_list_stands_before_the_record_of_today() -> None:
    mirai = cast.settled()
    asks(mirai, "鈴木工務店")
    page = cast.words(cast.signed_in(mirai).get("/worker/"))
    assert (
        page.index("あなたがすること") < page.index("今日の記録") < page.index("最初に行っていただきたいこと")
    )


def test_a_card_that_ends_is_one_line_whether_renewal_is_open_or_not() -> None:
    mirai = cast.settled()
    cards.card(worker=mirai.worker, expires_on=TODAY + timedelta(days=10))
    assert hrefs(mirai) == ["/worker/expiring/"]
    set_opening(feature=Feature.RENEWAL, opens_on=TODAY, by=SYSTEM, at=clock.now())
    assert hrefs(mirai) == ["/filing/"]


def test_a_stopped_card_is_the_first_matter_until_another_is_asked_for() -> None:
    mirai = cast.settled()
    lost = cards.card(worker=mirai.worker)
    asks(mirai, "鈴木工務店")
    report_loss(card=lost, lost_from=clock.now(), by=SYSTEM, at=clock.now())
    assert hrefs(mirai) == ["/worker/card/", "/worker/employers/"]
    applications.submitted(ApplicationKind.REISSUE, worker=mirai.worker)
    assert hrefs(mirai) == ["/worker/employers/"]


def test_a_posted_card_asks_whether_it_arrived_until_somebody_says_so() -> None:
    card = printing.waiting_card(account=accounts.account())
    holder = cast.Person(card.worker, "")
    assert hrefs(holder) == []
    printing.posted(printing.printer())
    assert hrefs(holder) == ["/worker/card/"]
    confirm_arrival(worker=card.worker_id, by=worker_actor(card.worker), at=clock.now())
    assert hrefs(holder) == []


def test_two_weeks_after_posting_the_question_stands_with_what_others_wait_for(
    clock: Traveller,
) -> None:
    card = printing.waiting_card(account=accounts.account())
    printing.posted(printing.printer())
    clock.move_to(STANDING_MOMENT + timedelta(days=14))
    (matter,) = cast.signed_in(cast.Person(card.worker, "")).get("/worker/").context["next_steps"].first
    assert (matter.title, matter.urgency) == ("カードは届きましたか", Urgency.ASKED)


def test_a_company_that_asks_for_a_mandate_is_a_line_until_it_is_declined() -> None:
    mirai, suzuki = cast.settled(), cast.company("鈴木工務店")
    cast.employ(mirai, suzuki)
    ask_for_mandate(company=suzuki, number=mirai.number, by=as_actor(suzuki), at=clock.now())
    assert hrefs(mirai) == ["/worker/mandates/"]
    decline_mandate(worker=mirai.worker, company=suzuki, by=worker_actor(mirai.worker), at=clock.now())
    assert hrefs(mirai) == []
