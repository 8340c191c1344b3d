"""閲覧の記録: who looked, why, at what, newest first (DISC-07)."""

from datetime import timedelta

import pytest

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.workers.terms import Item
from ccus.foundation import clock
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
OFFICER = Actor(ActorKind.OPERATOR, 7)


def looked(person: cast.Person, reason: str = "電話での確認", minutes_ago: int = 0) -> None:
    look = Look(person.worker.pk, Relation.OPERATOR, {Item.CONTACT, Item.BLOOD})
    at = clock.now() - timedelta(minutes=minutes_ago)
    leave(OFFICER, [look], purpose=Purpose.ENQUIRY, reason=reason, at=at)


def page(person: cast.Person, query: str = "") -> str:
    return cast.signed_in(person).get(f"/worker/viewed/{query}").content.decode()


def test_who_looked_is_told_in_plain_words() -> None:
    mirai = cast.settled()
    looked(mirai)
    words = ("運営主体（お問い合わせセンター）", "お問い合わせへの対応", "電話での確認", "血液型")
    assert all(word in page(mirai) for word in (*words, "2026年11月20日 12:00"))


def test_the_same_look_repeated_on_one_day_is_one_entry_with_a_count() -> None:
    mirai = cast.settled()
    for minutes_ago in (0, 5, 40):
        looked(mirai, minutes_ago=minutes_ago)
    assert page(mirai).count("電話での確認") == 1
    assert "11:20から3回" in page(mirai)


def test_looks_for_another_reason_stand_apart() -> None:
    mirai = cast.settled()
    looked(mirai, "電話での確認")
    looked(mirai, "書類の確認", minutes_ago=5)
    assert "回</span>" not in page(mirai)


def test_a_company_that_looked_is_named() -> None:
    mirai, firm = cast.settled(), cast.company("高橋鉄筋")
    look = Look(mirai.worker.pk, Relation.EMPLOYER, {Item.CARD})
    actor = Actor(ActorKind.COMPANY, firm.pk)
    leave(actor, [look], purpose=Purpose.ROSTER, reason="", at=clock.now())
    assert "高橋鉄筋" in page(mirai)
    assert "所属事業者" in page(mirai)


def test_nobody_has_looked_yet_is_said_so() -> None:
    assert "まだだれも見ていません" in page(cast.settled())


def test_who_looked_at_another_worker_is_not_told() -> None:
    mirai, other = cast.settled(), cast.settled("佐藤 健一", "サトウ ケンイチ")
    looked(other, "よその理由")
    assert "よその理由" not in page(mirai)


def test_older_looks_lie_on_further_pages_and_none_is_lost() -> None:
    mirai = cast.settled()
    for n in range(31):
        looked(mirai, f"理由その{n}。", minutes_ago=n // 2)
    first = page(mirai)
    older = first.split('href="?before=')[1].split('"')[0]
    second = page(mirai, f"?before={older}")
    assert [f"理由その{n}。" in first for n in (0, 29, 30)] == [True, True, False]
    assert [f"理由その{n}。" in second for n in (29, 30)] == [False, True]


def test_looks_of_one_instant_stay_on_one_page() -> None:
    mirai = cast.settled()
    for n in range(31):
        looked(mirai, f"理由その{n}。")
    assert all(f"理由その{n}。" in page(mirai) for n in range(31))
    assert "?before=" not in page(mirai)


@pytest.mark.parametrize("typed", ["x", "-1", "9" * 40, "１", "0"])
def test_an_odd_page_address_breaks_nothing(typed: str) -> None:
    mirai = cast.settled()
    assert cast.signed_in(mirai).get("/worker/viewed/", {"before": typed}).status_code == 200


def test_the_menu_leads_from_the_home_page_to_who_looked() -> None:
    home = cast.signed_in(cast.settled()).get("/worker/").content.decode()
    assert 'href="/worker/viewed/"' in home
