"""再登録, in the office (LEAVE-05)."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.cards.models import Card, CardAddress
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.workers.leaving import has_left
from tests.factories.officers import client_of, confirmed_by_another, officer
from tests.factories.personas import Cast, person
from tests.portals.office.second import second_page

pytestmark = pytest.mark.django_db
LOOK, CONFIRM = "/office/returning/", "/office/returning/confirmed/"
WHY = {"reason": "本人から電話で申し出"}


@pytest.fixture
def desk() -> Client:
    return client_of(officer(Duty.IDENTITY))


@pytest.fixture
def asked(cast: Cast, at: datetime) -> dict[str, str]:
    """What an officer types about 建設 未来, who left yesterday."""
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at - timedelta(days=1))
    return {"number": cast.mirai.number, **WHY}


def test_the_officer_sees_what_identity_is_confirmed_by_and_leaves_a_trace(
    desk: Client, asked: dict[str, str]
) -> None:
    page = desk.post(LOOK, asked).content.decode()
    assert [
        words for words in ("ケンセツ ミライ", "2031年11月19日まで", "本人と確かめて") if words not in page
    ] == []
    assert DisclosureTrace.objects.get().reason == WHY["reason"]


def test_without_a_way_to_confirm_nobody_comes_back(desk: Client, asked: dict[str, str], cast: Cast) -> None:
    answer = desk.post(CONFIRM, asked)
    assert answer.status_code == 422
    assert has_left(cast.mirai.pk)


def test_what_one_officer_proposes_and_another_confirms_opens_the_same_id_again(
    desk: Client, asked: dict[str, str], cast: Cast
) -> None:
    answer = desk.post(CONFIRM, {**asked, "means": "telephone", "place": "contact"}, follow=True)
    assert "再登録を提案しました" in answer.content.decode()
    assert has_left(cast.mirai.pk)
    assert "確認しました" in confirmed_by_another(Duty.IDENTITY)
    assert not has_left(cast.mirai.pk)
    assert Card.objects.filter(worker=cast.mirai).count() == 2


def test_card_and_password_go_where_the_worker_lives_today(
    desk: Client, asked: dict[str, str], cast: Cast
) -> None:
    sure = {**asked, "means": "telephone", "place": "other", "postcode": "1050001", "prefecture": "13"}
    assert desk.post(CONFIRM, sure).status_code == 422
    desk.post(CONFIRM, {**sure, "town": "港区虎ノ門", "street": "9-9", "addressee": "建設 未来"})
    shown = second_page(officer(Duty.IDENTITY))
    assert "港区虎ノ門9-9" in shown
    confirmed_by_another(Duty.IDENTITY)
    assert CardAddress.objects.get(superseded_at=None).street == "9-9"


def test_of_somebody_who_has_not_left_nothing_is_shown(desk: Client, cast: Cast) -> None:
    answer = desk.post(LOOK, {"number": cast.mirai.number, **WHY})
    assert answer.status_code == 422
    assert "ケンセツ" not in answer.content.decode()
    assert not DisclosureTrace.objects.exists()


def test_the_page_is_closed_to_other_duties() -> None:
    assert client_of(officer(Duty.REVIEW)).get(LOOK).status_code == 403
