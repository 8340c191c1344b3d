"""マイカード: PORTAL-43, CARD-20, CARD-22, guide G02-7, G20-1."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import reissue_card
from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.cards.actions.replacement import change_colour
from ccus.domain.cards.models import CardLoss
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.notices.models import Notice
from ccus.foundation.clock import JST
from tests.factories import workers
from tests.factories.personas import Cast, person
from tests.portals.worker import cast as people
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
PAGE, LOSS, FOUND = "/worker/card/", "/worker/card/1/loss/", "/worker/card/1/finding/"


def shown(me: Client) -> str:
    return words(me.get(PAGE))


def test_both_sides_of_the_card_and_its_state_are_shown(me: Client) -> None:
    page = shown(me)
    assert page.count('class="card-face"') == 2
    assert all(said in page for said in ("使えます", "2029年4月1日まで", "一般のカード（白色）", "1枚目"))


def test_the_card_of_a_core_worker_is_shown_in_gold(me: Client, cast: Cast, at: datetime) -> None:
    workers.core_qualification(worker=cast.mirai)
    change_colour(card=cast.card, by=SYSTEM, at=at)
    assert "ゴールドカード" in shown(me)


def test_the_code_of_the_back_stands_on_no_page(me: Client, cast: Cast) -> None:
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", shown(me))
    assert (cast.card.security_code in page, "本人確認番号" in page) == (False, True)


def test_one_press_stops_the_card_and_the_holder_reads_it_in_a_notice(me: Client, cast: Cast) -> None:
    page = words(me.post(LOSS, follow=True))
    assert "このカードは 止まっています" in page
    assert '<a href="#another">カードの再発行</a>' in page
    assert CardLoss.objects.get().recorded_by == f"worker:{cast.mirai.pk}"
    assert Notice.objects.get(account=cast.account).kind == "security"


def test_whoever_wants_to_says_since_when_it_is_gone(me: Client) -> None:
    me.post(LOSS, {"lost_on": "2026-11-18", "lost_hour": "15"})
    assert CardLoss.objects.get().lost_from == datetime(2026, 11, 18, 15, tzinfo=JST)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"lost_on": "2026-11-20", "lost_hour": "13"}, "今より先です"),
        ({"lost_hour": "13"}, "なくした日が入力されていません"),
        ({"lost_on": "きのう"}, "なくした日"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_stopped(me: Client, typed: dict[str, str], said: str) -> None:
    answer = me.post(LOSS, typed)
    assert (answer.status_code, said in words(answer)) == (422, True)
    assert not CardLoss.objects.exists()


def test_a_second_press_is_told_that_the_card_is_stopped_already(me: Client) -> None:
    me.post(LOSS)
    answer = me.post(LOSS)
    assert (answer.status_code, "すでに紛失の届けが出ています" in words(answer)) == (422, True)


def test_a_found_card_works_again_with_one_press(me: Client) -> None:
    me.post(LOSS)
    assert "また使えるようになりました" in words(me.post(FOUND, follow=True))
    assert CardLoss.objects.get().found_at is not None


def test_whoever_finds_a_card_that_was_replaced_is_told_to_cut_it_up(
    me: Client, cast: Cast, at: datetime
) -> None:
    report_loss(card=cast.card, lost_from=at, by=person(cast.mirai), at=at)
    reissue_card(card=cast.card, by=SYSTEM, at=at)
    assert "はさみで切って、捨ててください" in shown(me)
    answer = me.post(FOUND)
    assert (answer.status_code, "代わりのカード（02）" in words(answer)) == (422, True)


def test_the_cards_before_stand_below_with_what_became_of_them(me: Client, cast: Cast, at: datetime) -> None:
    assert "これまでのカード" not in shown(me)
    reissue_card(card=cast.card, by=SYSTEM, at=at)
    assert "2枚目に 替わりました" in shown(me)


def test_the_page_leads_to_the_reissue_and_back_to_the_one_under_way(me: Client) -> None:
    assert "料金 1,000円" in shown(me)
    begun = me.post("/filing/start/", {"kind": "reissue", "grade": ""})
    assert f'href="{begun.headers["Location"]}"' in shown(me)


def test_the_renewal_is_offered_once_the_office_has_opened_it(me: Client, at: datetime) -> None:
    assert "準備中です" in shown(me)
    set_opening(feature=Feature.RENEWAL, opens_on=at.date(), by=SYSTEM, at=at)
    assert "2028年10月1日から、申請できます" in shown(me)


def test_an_expired_card_says_since_when_and_is_not_reissued(
    me: Client, cast: Cast, clock: time_machine.Traveller
) -> None:
    clock.move_to(datetime(2029, 4, 2, 12, tzinfo=JST))
    me.force_login(cast.account)
    page = shown(me)
    assert "2029年4月1日までのカードです" in page
    assert "再発行を申請する" not in page


def test_without_a_card_the_page_says_that_it_comes_by_post() -> None:
    page = shown(people.signed_in(people.settled()))
    assert "カードは まだ ありません" in page
    assert "カードを なくしたとき" not in page


@pytest.mark.parametrize("address", ["/worker/card/2/loss/", "/worker/card/2/finding/"])
def test_a_card_that_is_not_the_own_is_not_found(me: Client, address: str) -> None:
    assert me.post(address).status_code == 404


def test_the_number_of_statements_does_not_grow_with_the_cards(
    me: Client, cast: Cast, at: datetime, django_assert_max_num_queries: object
) -> None:
    card = cast.card
    for n in range(3):
        card = reissue_card(card=card, by=SYSTEM, at=at + timedelta(minutes=n))
    assert shown(me).count("枚目に 替わりました") == 3
