"""所属技能者の就業日の入力 and 就業内容の変更 by the employer (guide G16-1, G15-5; CLAIM-05, CLAIM-16, CLAIM-21)."""

from datetime import date

import pytest
from django.test import Client

from ccus.domain.companies.terms import Role
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, Party
from ccus.domain.work_history.models import DayClaim
from tests.factories import asked, claims, records, seats, workers
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
START = "/company/own-records/"


@pytest.fixture
def desk(cast: Cast) -> Client:
    """The browser of 高橋鉄筋, the employer of 建設 未来."""
    return seats.client_of(seats.seat(cast.takahashi))


@pytest.fixture
def address(cast: Cast) -> str:
    return f"{START}workers/{cast.mirai.number}/{cast.site.number}/"


def words(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def sent(act: str, *on: date, **details: str) -> dict[str, object]:
    return {"act": act, "month": "2026-11", "on": [day.isoformat() for day in on], "why": "1", **details}


def test_the_menu_leads_an_employer_to_entering_for_its_workers(desk: Client) -> None:
    menu = words(desk, "/company/")
    assert f'href="{START}"' in menu[menu.index("就業履歴") :]


def test_own_workers_are_listed_and_found_by_name(desk: Client, cast: Cast) -> None:
    workers.worker(name__official="他所 太郎", name__kana="ヨソ タロウ")
    page = words(desk, START)
    assert "建設 未来" in page
    assert "他所 太郎" not in page
    assert "見つかりません" in words(desk, START, q="ヨソ")


def test_the_sites_of_the_firm_stand_first_and_others_are_searched(desk: Client, cast: Cast) -> None:
    page = words(desk, f"{START}workers/{cast.mirai.number}/", q=cast.site.number)
    assert page.index(cast.site.name) < page.index("ほかの現場をさがす") < page.rindex(cast.site.name)


def test_the_form_speaks_to_a_clerk_and_asks_for_no_firm(desk: Client, address: str) -> None:
    page = words(desk, address)
    assert "建設 未来" in page
    assert "元請事業者に伝えること" in page
    assert not [word for word in ("どの会社で働きましたか", "あなた", "おぼえている") if word in page]


def test_the_check_page_asks_the_others_and_not_the_firm_itself(desk: Client, address: str) -> None:
    page = desk.post(address, sent("check", MONDAY)).content.decode()
    asked_part = page[page.index('id="asked"') :]
    assert "鈴木工務店" in asked_part
    assert "高橋鉄筋" not in asked_part


def test_sent_days_are_confirmed_by_the_firm_and_asked_of_the_prime(desk: Client, address: str) -> None:
    answer = desk.post(address, sent("send", MONDAY, TUESDAY), follow=True)
    assert "2日を入力しました" in answer.content.decode()
    claim = DayClaim.objects.get(work_on=MONDAY)
    assert asked.answer_of(claim, Party.EMPLOYER) == Answer.CONFIRMED
    assert asked.answer_of(claim, Party.PRIME) is None


@pytest.mark.parametrize(
    ("on", "said"), [(date(2026, 11, 23), "まだ来ていない日"), (date(2026, 9, 30), "期限")], ids=str
)
def test_a_day_that_cannot_be_is_refused_and_nothing_is_lost(
    on: date, said: str, desk: Client, address: str
) -> None:
    answer = desk.post(address, sent("send", on, work_content="配筋"))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert 'value="配筋"' in answer.content.decode()


def test_what_the_firm_entered_says_whose_turn_it_is(desk: Client, address: str) -> None:
    desk.post(address, sent("send", MONDAY))
    page = words(desk, f"{START}claims/")
    assert "建設 未来" in page
    assert "元請事業者の佐藤建設が、2026年12月31日までに答えます" in page


def test_what_the_firm_entered_is_withdrawn_until_it_is_decided(desk: Client, address: str) -> None:
    desk.post(address, sent("send", MONDAY))
    claim = DayClaim.objects.get()
    one = f"{START}claims/{claim.key}/"
    assert "この入力を取り下げる" in words(desk, one)
    desk.post(one)
    assert "この入力を取り下げる" not in words(desk, one)
    assert desk.post(one).status_code == 422


def test_what_the_worker_entered_is_not_the_firms_to_withdraw(desk: Client, cast: Cast) -> None:
    (claim,) = claims.entered(cast.mirai, cast.site, MONDAY)
    assert desk.post(f"{START}claims/{claim.key}/").status_code == 404
    assert "入力した日はありません" in words(desk, f"{START}claims/")


def worked(cast: Cast, on: date) -> None:
    records.record(
        cast.mirai, cast.site, on, trade=cast.line.trade, position=cast.line.position, line=cast.line
    )


def test_a_day_is_corrected_by_the_employer_and_asked_of_the_prime(
    desk: Client, cast: Cast, address: str
) -> None:
    worked(cast, MONDAY)
    assert f"{address}{MONDAY}/" in words(desk, f"{START}workers/{cast.mirai.number}/")
    form = {"trade": "10-01", "position": "foreman", "work_content": "揚重作業"}
    assert desk.post(f"{address}{MONDAY}/", form).status_code == 302
    claim = DayClaim.objects.get(kind=ClaimKind.CORRECTION)
    assert (claim.company, claim.work_content) == (cast.takahashi, "揚重作業")


def test_a_correction_without_a_change_is_refused_with_a_sentence(
    desk: Client, cast: Cast, address: str
) -> None:
    worked(cast, MONDAY)
    same = {"trade": cast.line.trade.code, "position": cast.line.position.code, "work_content": "基礎配筋"}
    answer = desk.post(f"{address}{MONDAY}/", same)
    assert answer.status_code == 422
    assert "今の登録と同じです" in answer.content.decode()


def test_other_firms_find_neither_worker_nor_claim(cast: Cast, desk: Client, address: str) -> None:
    worked(cast, MONDAY)
    desk.post(address, sent("send", TUESDAY))
    key = DayClaim.objects.get().key
    other = seats.client_of(seats.seat(cast.stranger))
    for path in (address, f"{address}{MONDAY}/", f"{START}claims/{key}/"):
        assert other.get(path).status_code == 404
        assert other.post(path, sent("send", MONDAY)).status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_entering_opens_to_the_roles_that_enter(role: Role, cast: Cast) -> None:
    extra = {"unit": seats.unit(cast.takahashi)} if role is Role.TIER else {}
    answer = seats.client_of(seats.seat(cast.takahashi, role, **extra)).get(START)
    assert answer.status_code == (200 if role in {Role.CHIEF, Role.TIER} else 403)


@pytest.mark.parametrize("day", ["x", "2026-02-30", "2026-11-18"])
def test_a_day_without_a_record_has_nothing_to_correct(day: str, desk: Client, address: str) -> None:
    assert desk.get(f"{address}{day}/").status_code == 404
