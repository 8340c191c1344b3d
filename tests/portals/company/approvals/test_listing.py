"""承認・確認 in the company's portal (guide G16-5, G16-6; CLAIM-25, CLAIM-28, CLAIM-38)."""

from datetime import date, timedelta

import pytest
from django.test import Client

from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.work_history.claim_terms import Answer, ClaimState, Oddity, Party
from ccus.domain.work_history.claims.answering import state_of
from ccus.domain.work_history.models import DayClaim
from tests.factories import asked, claims, seats, workers
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
LIST, REST = "/company/approvals/", "/company/approvals/rest/"


@pytest.fixture
def desk(cast: Cast) -> Client:
    return seats.client_of(seats.seat(cast.sato))


def words(client: Client, address: str = LIST) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_menu_leads_to_what_waits(desk: Client) -> None:
    menu = words(desk, "/company/")
    assert f'href="{LIST}"' in menu[menu.index("就業履歴") :]


def test_nobody_waits_and_the_page_says_what_will_stand_here(desk: Client) -> None:
    assert "待っている日はありません" in words(desk)


def test_a_row_says_who_where_when_what_and_until_when(cast: Cast, desk: Client) -> None:
    asked.claim(cast)
    page = words(desk)
    for said in (
        "建設 未来",
        "2026年11月16日",
        cast.site.name,
        "高橋鉄筋",
        "カードを忘れた",
        "2026年12月31日",
    ):
        assert said in page
    assert DisclosureTrace.objects.filter(worker_id=cast.mirai.pk, purpose="approval").count() == 1


def test_what_is_unusual_stands_on_top_with_its_reasons_in_words(cast: Cast, desk: Client) -> None:
    asked.claim(cast, asked.DAY - timedelta(days=1))
    asked.claim(cast, odd=(Oddity.ELSEWHERE, Oddity.LATE))
    page = words(desk)
    assert (
        page.index("いつもと違う日") < page.index("同じ日に別の現場の記録があります") < page.index("ほかの日")
    )
    assert "就業日から2週間より後の入力です" in page


def test_somebody_on_no_roster_is_shown_by_number_and_kana(cast: Cast, desk: Client) -> None:
    stranger = workers.worker(name__official="秘密 太郎", name__kana="ヒミツ タロウ")
    asked.claim(cast, worker=stranger, recorded_by=f"worker:{stranger.pk}")
    page = words(desk)
    assert "ヒミツ タロウ" in page
    assert "秘密 太郎" not in page


def test_ticked_days_are_approved_and_the_others_wait(cast: Cast, desk: Client) -> None:
    one, odd = asked.claim(cast), asked.claim(cast, date(2026, 11, 2), odd=(Oddity.LATE,))
    other = asked.claim(cast, date(2026, 11, 3))
    answer = desk.post(LIST, {"tray": "approve", "day": [one.key], "odd": [odd.key]}, follow=True)
    assert "2日を承認しました" in answer.content.decode()
    assert [state_of(each) for each in (one, odd, other)] == [
        ClaimState.APPROVED,
        ClaimState.APPROVED,
        ClaimState.WAITING,
    ]


def test_nothing_ticked_is_refused_with_a_sentence(cast: Cast, desk: Client) -> None:
    asked.claim(cast)
    answer = desk.post(LIST, {"tray": "approve"})
    assert answer.status_code == 422
    assert "日が一つも選ばれていません" in answer.content.decode()


def test_the_rest_is_approved_after_a_page_that_says_how_many(cast: Cast, desk: Client) -> None:
    for ago in range(4):
        asked.claim(cast, asked.DAY - timedelta(days=ago))
    odd = asked.claim(cast, date(2026, 10, 1), odd=(Oddity.ELSEWHERE,))
    page = desk.get(REST, {"tray": "approve"})
    assert "4日を承認します" in page.content.decode()
    assert (page.context["count"], page.context["odd"]) == (4, 1)
    answer = desk.post(REST, {"tray": "approve", "read_at": page.context["read_at"]}, follow=True)
    assert "4日を承認しました" in answer.content.decode()
    assert state_of(odd) is ClaimState.WAITING


def test_the_rest_of_a_filter_leaves_other_firms_alone(cast: Cast, desk: Client) -> None:
    ours, other = asked.claim(cast), asked.claim(cast, date(2026, 11, 3), company=cast.suzuki)
    page = desk.get(REST, {"tray": "approve", "firm": "鈴木"})
    desk.post(REST, {"tray": "approve", "firm": "鈴木", "read_at": page.context["read_at"]})
    assert (state_of(ours), state_of(other)) == (ClaimState.WAITING, ClaimState.APPROVED)


def test_an_employer_confirms_in_its_own_tray(cast: Cast) -> None:
    claim = asked.claim(cast)
    desk = seats.client_of(seats.seat(cast.takahashi))
    assert "確認する" in words(desk)
    desk.post(LIST, {"tray": "confirm", "day": [claim.key]})
    assert asked.answer_of(claim, Party.EMPLOYER) == Answer.CONFIRMED


@pytest.mark.parametrize("role", list(Role))
def test_the_page_opens_to_the_roles_that_answer(role: Role, cast: Cast) -> None:
    extra = {"unit": seats.unit(cast.sato)} if role is Role.TIER else {}
    answer = seats.client_of(seats.seat(cast.sato, role, **extra)).get(LIST)
    expected = 200 if role in {Role.CHIEF, Role.TIER, Role.SITE_MANAGER} else 403
    assert answer.status_code == expected


def test_a_manager_of_another_site_sees_and_answers_nothing(cast: Cast) -> None:
    claim = asked.claim(cast)
    desk = seats.client_of(seats.seat(cast.sato, Role.SITE_MANAGER))
    assert "建設 未来" not in words(desk)
    assert desk.get(f"{LIST}{claim.key}/").status_code == 404
    assert desk.post(LIST, {"tray": "approve", "day": [claim.key]}).status_code == 422
    assert state_of(claim) is ClaimState.WAITING


def one(desk: Client, claim: DayClaim, **form: object) -> tuple[int, str]:
    answer = desk.post(f"{LIST}{claim.key}/", form, follow=True)
    return answer.status_code, answer.content.decode()


def test_a_day_is_refused_with_a_ground_and_words(cast: Cast, desk: Client) -> None:
    claim = asked.claim(cast)
    assert one(desk, claim, act="refuse", ground="2", words="17日だと思います。")[0] == 200
    assert state_of(claim) is ClaimState.REFUSED
    assert "否認（申し立てできます）" in words(desk, f"{LIST}{claim.key}/")


def test_a_refusal_without_a_ground_keeps_what_was_typed(cast: Cast, desk: Client) -> None:
    claim = asked.claim(cast)
    status, page = one(desk, claim, act="refuse", ground="", words="控えにありません。")
    assert (status, "控えにありません。" in page) == (422, True)
    assert "否認の理由が選ばれていません" in page


@pytest.mark.parametrize("sent", [{"act": "refuse", "ground": "9" * 5_000}, {"act": "x"}, {}])
def test_what_no_form_sends_breaks_nothing(sent: dict[str, str], cast: Cast, desk: Client) -> None:
    desk.raise_request_exception = False
    assert one(desk, asked.claim(cast), **sent)[0] in {404, 422}
    for read_at in ("gestern", "2026-11-20T00:00:00+23:59:59.9", "0001-01-01T00:00:00+14:00"):
        assert desk.post(REST, {"tray": "approve", "read_at": read_at}).status_code in {404, 422}
    assert desk.get(LIST, {"after": "x", "site": "x", "kind": "y", "tray": "z"}).status_code == 200


def test_fifty_days_stand_on_a_page_and_the_next_one_follows(cast: Cast, desk: Client) -> None:
    for ago in range(60):
        asked.claim(cast, asked.DAY - timedelta(days=ago), due_at=asked.DUE)
    first = desk.get(LIST)
    second = desk.get(LIST, {"tray": "approve", "after": first.context["after"]})
    assert (len(first.context["usual"]), len(second.context["usual"])) == (50, 10)


def test_the_home_page_says_how_many_days_wait_for_the_prime(cast: Cast, desk: Client) -> None:
    asked.claim(cast)
    asked.claim(cast, date(2026, 11, 3), odd=(Oddity.LATE,))
    home = words(desk, "/company/")
    assert "承認を待っている日が2日あります" in home
    assert "いつもと違う日が1日あります" in home


def test_the_home_page_of_an_employer_leads_to_the_days_it_was_asked_to_confirm(cast: Cast) -> None:
    asked.claim(cast)
    home = words(seats.client_of(seats.seat(cast.takahashi)), "/company/")
    assert "確認を待っている日が1日あります" in home
    assert f'href="{LIST}?tray=confirm"' in home


def test_the_prime_reads_that_the_firm_confirmed_its_own_entry(cast: Cast, desk: Client) -> None:
    (claim,) = claims.entered(
        cast.mirai, cast.site, asked.DAY, company=cast.takahashi, by=firm(cast.takahashi)
    )
    for address in (LIST, f"{LIST}{claim.key}/"):
        assert "入力したのも、この事業者です" in words(desk, address)


def test_after_an_answer_the_list_is_narrowed_as_it_was(cast: Cast, desk: Client) -> None:
    claim = asked.claim(cast)
    assert f"{LIST}{claim.key}/?tray=approve&amp;firm=%E9%AB%98" in words(desk, f"{LIST}?firm=高")
    answer = desk.post(f"{LIST}{claim.key}/?tray=approve&firm=高", {"act": "approve"})
    assert answer["Location"] == f"{LIST}?tray=approve&firm=%E9%AB%98"


def test_the_list_says_how_many_are_unusual_and_how_many_are_not(cast: Cast, desk: Client) -> None:
    for ago in range(3):
        asked.claim(cast, asked.DAY - timedelta(days=ago))
    asked.claim(cast, date(2026, 10, 1), odd=(Oddity.ELSEWHERE,))
    page = words(desk)
    for said in ("残りをまとめて承認（3日）", "いつもと違う日（1日）は、入りません"):
        assert said in page
