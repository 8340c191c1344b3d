"""答えた日 in the company's portal: who answered, when, and whether the day was their own (CLAIM-39)."""

import pytest
from django.test import Client

from ccus.domain.companies.terms import Role
from tests.factories import asked, seats
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
LIST, ANSWERED = "/company/approvals/", "/company/approvals/answered/"


@pytest.fixture
def desk(cast: Cast) -> Client:
    return seats.client_of(seats.seat(cast.sato, name="所長 一郎"))


def words(client: Client, address: str = ANSWERED) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_nothing_was_answered_and_the_page_says_what_will_stand_here(desk: Client) -> None:
    assert "答えた日は、まだありません" in words(desk)
    assert f'href="{ANSWERED}"' in words(desk, LIST)


def test_an_approved_day_stays_readable_with_who_approved_and_when(cast: Cast, desk: Client) -> None:
    claim = asked.claim(cast)
    desk.post(f"{LIST}{claim.key}/", {"act": "approve"})
    for address in (ANSWERED, f"{LIST}{claim.key}/"):
        page = words(desk, address)
        for said in ("建設 未来", "所長 一郎", "2026年11月20日", "12:00"):
            assert said in page
        assert "自社で入力した日" not in page


def test_a_refused_day_keeps_its_ground_and_words_for_the_prime(cast: Cast, desk: Client) -> None:
    claim = asked.claim(cast)
    desk.post(f"{LIST}{claim.key}/", {"act": "refuse", "ground": "2", "words": "17日だと思います。"})
    assert "17日だと思います。" in words(desk, f"{LIST}{claim.key}/")
    assert "否認" in words(desk)


def test_a_day_of_the_own_firm_is_said_to_be_so_in_words(cast: Cast, desk: Client) -> None:
    clerk = seats.seat(cast.sato, Role.SITE_MANAGER, name="入力 花子")
    claim = asked.claim(cast, company=cast.sato, recorded_by=f"seat:{clerk.seat}")
    desk.post(f"{LIST}{claim.key}/", {"act": "approve"})
    for address in (ANSWERED, f"{LIST}{claim.key}/"):
        assert "自社で入力した日" in words(desk, address)


def test_who_has_confirmed_is_not_offered_to_confirm_again(cast: Cast) -> None:
    claim = asked.claim(cast)
    desk = seats.client_of(seats.seat(cast.takahashi, name="確認 次郎"))
    desk.post(f"{LIST}{claim.key}/", {"act": "confirm"})
    page = words(desk, f"{LIST}{claim.key}/")
    assert 'value="confirm"' not in page
    assert "確認 次郎" in page


def test_answers_at_other_sites_are_not_shown_to_a_site_manager(cast: Cast, desk: Client) -> None:
    claim = asked.claim(cast)
    desk.post(f"{LIST}{claim.key}/", {"act": "approve"})
    assert "建設 未来" not in words(seats.client_of(seats.seat(cast.sato, Role.SITE_MANAGER)))


def test_answers_are_read_a_page_at_a_time_the_latest_first(cast: Cast, desk: Client) -> None:
    claims = [asked.claim(cast, asked.DAY.replace(day=day)) for day in (2, 3, 4)]
    for claim in claims:
        desk.post(f"{LIST}{claim.key}/", {"act": "approve"})
    rows = [row.key for row, _ in desk.get(ANSWERED).context["lines"]]
    assert rows == [claim.key for claim in reversed(claims)]
    rest = desk.get(ANSWERED, {"after": str(rows[0])}).context["lines"]
    assert [row.key for row, _ in rest] == rows[1:]
