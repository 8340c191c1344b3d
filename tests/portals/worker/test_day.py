"""就業履歴 › 一日: PORTAL-32 to PORTAL-34, REC-16, G14-6."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from ccus.domain.notices.models import Notice
from ccus.domain.sites.models import Site
from ccus.domain.work_history.missing_terms import Missing
from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import Evidence, Reason, State
from ccus.foundation.clock import JST
from tests.factories import claims, records, seats, sites
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def day(person: cast.Person, on: date = TODAY) -> str:
    return cast.words(cast.signed_in(person).get(f"/worker/history/day/{on}/"))


def ask(person: cast.Person, site: str, missing: Missing, company: str) -> cast.Answer:
    sent = {"site": site, "fact": missing.name, "company": company}
    return cast.signed_in(person).post(f"/worker/history/day/{TODAY}/asking/", sent)


def test_an_official_day_shows_every_fact_it_rests_on() -> None:
    mirai, prime = cast.settled(), cast.company("佐藤建設株式会社")
    site = cast.site(prime=prime)
    cast.employ(mirai, prime)
    cast.worked(mirai, site, TODAY, line=cast.on_roster(mirai, site))
    page = day(mirai)
    for words in (
        "この日は、正式な就業として数えています。",
        "カードをカードリーダーが読み取りました",
        "2016年4月1日から",
        "佐藤建設株式会社：",
        "施工体制に入っています",
        "佐藤建設株式会社が2016年4月1日に登録",
    ):
        assert words in page
    assert "足りないもの" not in page


def waiting(mirai: cast.Person, reason: Reason = Reason.NOT_ON_ROSTER) -> Site:
    """Today at a site whose roster does not know the worker, whom the prime employs."""
    prime = cast.company("佐藤建設株式会社")
    seats.seat(prime)
    cast.employ(mirai, prime)
    site = cast.site(prime=prime)
    cast.worked(mirai, site, TODAY, State.UNLINKED, (reason,))
    return site


def test_a_day_that_is_not_official_may_be_asked_about_beside_its_result() -> None:
    mirai = cast.settled()
    waiting(mirai)
    result, rest = day(mirai).split("もとになった事実")
    assert "この日について聞く" in result
    assert "この日について聞く" not in rest


def test_a_day_that_waits_says_what_is_missing_who_adds_it_and_until_when() -> None:
    mirai = cast.settled()
    waiting(mirai)
    page = day(mirai)
    for words in (
        "まだ「正式」ではありません。足りないものが1つあります。",
        "足りないもの：作業員名簿の登録",
        "佐藤建設株式会社にしてもらうこと：この技能者を、現場の作業員名簿に登録してください。",
        "期限：2026年12月31日まで",
    ):
        assert words in page


def test_one_press_asks_the_company_and_says_when() -> None:
    mirai = cast.settled()
    site = waiting(mirai)
    ask(mirai, site.number, Missing.LINE, site.prime.number)
    body = Notice.objects.get(source__startswith="paper_ask").body
    assert "足りないもの：作業員名簿の登録" in body
    assert "2026年12月31日までに済ませると" in body
    assert "2026年11月20日に お願いしました" in day(mirai)
    assert "建設 未来" not in body


def test_a_company_is_asked_once_a_week_for_one_fact() -> None:
    mirai = cast.settled()
    site = waiting(mirai)
    ask(mirai, site.number, Missing.LINE, site.prime.number)
    again = ask(mirai, site.number, Missing.LINE, site.prime.number)
    assert again.status_code == 422
    assert "2026年11月27日から、もう一度お願いできます" in cast.words(again)
    assert Notice.objects.filter(source__startswith="paper_ask").count() == 1


def test_after_a_week_the_button_is_there_again(clock: time_machine.Traveller) -> None:
    mirai = cast.settled()
    site = waiting(mirai)
    ask(mirai, site.number, Missing.LINE, site.prime.number)
    clock.move_to(datetime(2026, 11, 27, 9, tzinfo=JST))
    assert "お願いする" in day(mirai)
    assert ask(mirai, site.number, Missing.LINE, site.prime.number).status_code == 302


def test_nobody_is_asked_for_what_is_not_missing() -> None:
    mirai = cast.settled()
    site = waiting(mirai)
    for missing, company in ((Missing.PERIOD, site.prime.number), (Missing.LINE, "0" * 14)):
        answer = ask(mirai, site.number, missing, company)
        assert answer.status_code == 422
        assert "いま足りないものではないか" in cast.words(answer)


def test_after_the_deadline_it_says_that_nothing_helps_any_more(clock: time_machine.Traveller) -> None:
    mirai = cast.settled()
    site = waiting(mirai)
    clock.move_to(datetime(2027, 1, 1, tzinfo=JST))
    page = day(mirai)
    assert "期限（2026年12月31日）を過ぎたので" in page
    assert "お願いする" not in page
    assert ask(mirai, site.number, Missing.LINE, site.prime.number).status_code == 422


def test_each_firm_that_has_not_accepted_is_named_and_asked() -> None:
    mirai, suzuki = cast.settled(), cast.company("鈴木工務店")
    site = cast.site(prime=cast.company("佐藤建設株式会社"))
    spot = sites.spot(site, suzuki, sites.prime_spot(site))
    line = sites.roster_line(worker=mirai.worker, member=spot, place_id=site.pk)
    cast.worked(mirai, site, TODAY, State.UNLINKED, (Reason.CHAIN_HAS_HOLE,), line=line)
    page = day(mirai)
    assert "鈴木工務店にしてもらうこと：施工体制登録の要請を承認してください。" in page
    assert "鈴木工務店にしてもらうこと：この技能者との所属の関連付けを申請してください。" in page
    assert "足りないものが2つあります" in page


def test_a_site_outside_its_period_asks_the_prime() -> None:
    mirai = cast.settled()
    site = cast.site(until_on=date(2026, 11, 1))
    cast.tapped_in_vain(mirai, site, datetime(2026, 11, 20, 7, 40, tzinfo=JST))
    page = day(mirai)
    assert "カードを読み取りましたが、就業履歴は記録していません。" in page
    assert "佐藤建設株式会社にしてもらうこと：現場の就業履歴蓄積期間に、この日を入れてください。" in page


def test_a_card_that_was_no_good_is_nobodys_paper() -> None:
    mirai = cast.settled()
    at = datetime(2026, 11, 20, 7, 40, tzinfo=JST)
    cast.tapped_in_vain(mirai, cast.site(), at, Reason.CARD_EXPIRED)
    page = day(mirai)
    assert Reason.CARD_EXPIRED.text.mended_by in page
    assert "お願いする" not in page


def test_what_a_day_rests_on_is_said_in_words() -> None:
    mirai, site = cast.settled(), cast.site()
    record = cast.worked(mirai, site, TODAY)
    for evidence in Evidence:
        record.evidence = evidence
        record.save()
        assert f"</svg>{evidence.label}</span>" in day(mirai)


def test_between_two_entries_the_hours_of_a_day_are_a_range() -> None:
    mirai, site = cast.settled(), cast.site()
    record = records.record(mirai.worker, site, TODAY)
    assert "現場にいた時間</dt><dd>9時間28分<" in day(mirai)
    WorkRecord.objects.filter(worker=record.worker).update(last_in=F("first_in") + timedelta(hours=5))
    assert "4時間28分から9時間28分のあいだ" in day(mirai)


def test_a_day_without_anything_says_so_and_one_to_come_has_no_page() -> None:
    mirai = cast.settled()
    assert "この日の記録はありません。" in day(mirai, TODAY - timedelta(days=1))
    browser = cast.signed_in(mirai)
    for on in ("2026-11-21", "2026-02-30", "2026-13-01"):
        assert browser.get(f"/worker/history/day/{on}/").status_code == 404


def test_somebody_elses_day_is_never_shown() -> None:
    mirai, other = cast.settled(), cast.settled("他人 太郎", "タニン タロウ")
    cast.worked(mirai, cast.site("ひみつの現場"), TODAY)
    assert "ひみつの現場" not in day(other)


def test_a_day_costs_the_same_statements_for_one_place_as_for_five() -> None:
    mirai = cast.settled()
    browser = cast.signed_in(mirai)
    page = f"/worker/history/day/{TODAY}/"
    waiting(mirai)
    browser.get(page)
    with CaptureQueriesContext(connection) as one:
        browser.get(page)
    for n in range(4):
        cast.worked(mirai, cast.site(f"現場{n}"), TODAY)
    with CaptureQueriesContext(connection) as five:
        browser.get(page)
    assert len(five) == len(one)


def test_an_entry_shows_who_was_asked_and_whose_turn_it_is() -> None:
    mirai, site = cast.settled(), cast.site()
    claims.entered(mirai.worker, site, TODAY, began=time(8), ended=time(17, 30))
    claims.settled()
    page = day(mirai)
    for words in (
        "入力した就業日の承認を待っています。",
        "入場 8:00・退場 17:30（入力）",
        "2026年11月20日にあなたが入力：カードを忘れた",
        "元請事業者 佐藤建設株式会社：答えを待っています",
        "次は元請事業者の番です（2026年12月31日まで）。",
        "佐藤建設株式会社にしてもらうこと：入力された就業日を、承認するか、否認してください。",
    ):
        assert words in page


def test_an_approved_entry_is_official_without_a_card() -> None:
    mirai, site = cast.settled(), cast.site()
    (claim,) = claims.entered(mirai.worker, site, TODAY)
    claims.approved(claim)
    claims.settled()
    page = day(mirai)
    assert "この日は、正式な就業として数えています。" in page
    assert "カードの読み取りはなく、入力が承認されました。" in page
    assert "カードの読み取りはありません" in page


def test_a_day_at_an_own_site_says_that_it_stands_beside_the_sums() -> None:
    mirai = cast.settled()
    own = claims.own_site(mirai.worker)
    claims.entered_there(own, TODAY)
    claims.settled()
    page = day(mirai)
    assert "「元請事業者の承認のない就業履歴」として残っています。就業日数の合計には入りません。" in page
    assert "見本邸改修工事" in page
    assert f"/worker/own-sites/{own.key}/" in page


@pytest.mark.parametrize("on", [date(2019, 4, 1), date(2000, 1, 1)])
def test_before_the_register_began_no_day_leads_further_back(on: date) -> None:
    assert f"/worker/history/day/{on - timedelta(days=1)}/" not in day(cast.settled(), on)
