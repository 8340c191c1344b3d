"""届いた、届かない、戻ってきた: what becomes of a card in the post (PRINT-08 to PRINT-10)."""

from datetime import date, datetime, timedelta

import psycopg
import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import reissue_card
from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.models import Card, CardLoss
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.printing.actions.arrival import (
    AlreadyMissing,
    NotYetOverdue,
    confirm_arrival,
    redirect_card,
    report_missing,
)
from ccus.domain.printing.actions.batches import take_batch
from ccus.domain.printing.actions.returns import note_return, post_again
from ccus.domain.printing.asking import ask_about_cards
from ccus.domain.printing.models import CardPosting
from ccus.domain.printing.policies import DayWrong, NotReadyToPost
from ccus.domain.printing.postings import AlreadyArrived, NotPosted
from ccus.domain.printing.reading import DeliveryShown, delivery_of, never_arrived
from ccus.domain.printing.terms import DeliveryState
from ccus.domain.recovery.models import OwnContact
from ccus.domain.recovery.terms import Reach
from ccus.foundation.clock import day_of
from ccus.foundation.databases import Databases
from tests.factories import cards, printing
from tests.factories.personas import person

TODAY = date(2026, 11, 20)
TWO_WEEKS = timedelta(days=14)
ELSEWHERE = SendTo("髙橋 二郎", "5300001", "27", "大阪市北区", "1番2号")


@pytest.fixture
def posted(card: Card, officer: OfficerMe) -> Card:
    """The card, posted today."""
    printing.posted(officer)
    return card


@pytest.fixture
def back(posted: Card, officer: OfficerMe, at: datetime) -> Card:
    """The card, brought back by the post today."""
    note_return(token=posted.token, came_back_on=TODAY, by=officer.actor, at=at)
    return posted


def delivery(card: Card, on: date = TODAY) -> DeliveryShown:
    shown = delivery_of(card.worker_id, today=on)
    assert shown is not None
    return shown


def arrive(card: Card, at: datetime) -> None:
    confirm_arrival(worker=card.worker_id, by=person(card.worker), at=at)


def miss(card: Card, at: datetime) -> None:
    report_missing(worker=card.worker_id, by=person(card.worker), at=at)


def test_the_holder_sees_the_card_on_its_way_step_by_step(
    card: Card, officer: OfficerMe, at: datetime
) -> None:
    seen = [delivery(card).state]
    take_batch(by=officer.actor, at=at)
    seen.append(delivery(card).state)
    assert [state.label for state in seen] == ["作成中", "印刷中"]


def test_a_posted_card_shows_its_day_and_where_it_goes(posted: Card) -> None:
    shown = delivery(posted)
    assert (shown.state.label, shown.posted_on, shown.send_to.town) == ("発送済み", TODAY, "港区虎ノ門")


def test_a_card_long_in_hand_has_no_delivery_to_show(db: None) -> None:
    assert delivery_of(cards.card().worker_id, today=TODAY) is None


def test_a_card_that_arrived_is_said_so_once(posted: Card, at: datetime) -> None:
    arrive(posted, at)
    assert delivery(posted).state.label == "受け取り済み"
    with pytest.raises(AlreadyArrived):
        arrive(posted, at)


def test_nothing_arrives_that_was_not_posted(card: Card, at: datetime) -> None:
    with pytest.raises(NotPosted):
        arrive(card, at)


def test_nobody_else_says_that_a_card_arrived(posted: Card, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="カードの持ち主"):
        confirm_arrival(worker=posted.worker_id, by=person(cards.card().worker), at=at)


def test_a_card_is_said_to_be_missing_from_the_fourteenth_day_on(posted: Card, at: datetime) -> None:
    with pytest.raises(NotYetOverdue, match="2026年12月4日になっても"):
        miss(posted, at + TWO_WEEKS - timedelta(days=1))
    assert not delivery(posted, TODAY + TWO_WEEKS - timedelta(days=1)).can_report_missing
    assert delivery(posted, TODAY + TWO_WEEKS).can_report_missing


def test_a_missing_card_is_stopped_from_its_posting_on_and_replaced_for_nothing(
    posted: Card, at: datetime
) -> None:
    miss(posted, at + TWO_WEEKS)
    assert CardLoss.objects.get(card=posted).lost_from == at
    assert never_arrived(posted.worker_id)
    assert delivery(posted).state is DeliveryState.MISSING


def test_a_card_is_said_to_be_missing_once(posted: Card, at: datetime) -> None:
    miss(posted, at + TWO_WEEKS)
    with pytest.raises(AlreadyMissing, match="無料で申し込んで"):
        miss(posted, at + TWO_WEEKS)


def test_a_card_that_was_reported_lost_before_can_still_be_missing(posted: Card, at: datetime) -> None:
    report_loss(card=posted, lost_from=at, by=person(posted.worker), at=at)
    miss(posted, at + TWO_WEEKS)
    assert CardLoss.objects.filter(card=posted).count() == 1


def test_a_missing_card_that_arrives_after_all_opens_gates_again(posted: Card, at: datetime) -> None:
    miss(posted, at + TWO_WEEKS)
    arrive(posted, at + TWO_WEEKS + timedelta(hours=1))
    assert not CardLoss.objects.filter(card=posted, found_at=None).exists()
    assert not never_arrived(posted.worker_id)


def test_after_a_reissue_the_new_card_is_the_one_on_its_way(posted: Card, at: datetime) -> None:
    reissue_card(card=posted, by=SYSTEM, at=at)
    assert (delivery(posted).serial, delivery(posted).state.label) == (2, "作成中")
    assert not never_arrived(posted.worker_id)


def test_whoever_has_not_answered_is_asked_once_after_two_weeks(posted: Card, at: datetime) -> None:
    assert ask_about_cards(at=at + TWO_WEEKS - timedelta(days=1)) == 0
    assert [ask_about_cards(at=at + TWO_WEEKS) for _ in range(2)] == [1, 0]
    assert Notice.objects.filter(account=posted.worker.account_id, title="カードは届きましたか").count() == 1


def test_whoever_has_the_card_in_hand_is_not_asked(posted: Card, at: datetime) -> None:
    arrive(posted, at)
    assert ask_about_cards(at=at + TWO_WEEKS) == 0


def test_what_comes_back_is_told_at_every_own_address(posted: Card, officer: OfficerMe, at: datetime) -> None:
    own = "mirai@own.example"
    OwnContact.objects.create(
        worker=posted.worker, kind=Reach.MAIL, place=1, address=own, confirmed_at=at, recorded_by="system:0"
    )
    note_return(token=posted.token, came_back_on=TODAY, by=officer.actor, at=at)
    written = Mail.objects.filter(subject__contains="返戻").values_list("to", flat=True)
    assert set(written) == {own, "mirai@example.jp"}


def test_what_comes_back_is_told_by_notice_and_by_mail(back: Card) -> None:
    assert delivery(back).state.label == "返戻"
    assert Notice.objects.filter(account=back.worker.account_id, title__contains="返戻").count() == 1
    assert Mail.objects.filter(to="mirai@example.jp", subject__contains="返戻").count() == 1


def test_a_card_that_came_back_is_posted_again_to_a_better_address(
    back: Card, officer: OfficerMe, at: datetime
) -> None:
    redirect_card(worker=back.worker_id, send_to=ELSEWHERE, by=person(back.worker), at=at)
    post_again(token=back.token, posted_on=TODAY, by=officer.actor, at=at)
    assert (delivery(back).state.label, delivery(back).send_to) == ("発送済み", ELSEWHERE)


def test_without_a_word_about_the_address_it_is_not_posted_again(
    back: Card, officer: OfficerMe, at: datetime
) -> None:
    with pytest.raises(NotReadyToPost, match="送付先が、まだ直されていません"):
        post_again(token=back.token, posted_on=TODAY, by=officer.actor, at=at)


def test_a_stopped_card_is_not_posted_again(back: Card, officer: OfficerMe, at: datetime) -> None:
    redirect_card(worker=back.worker_id, send_to=ELSEWHERE, by=SYSTEM, at=at)
    report_loss(card=back, lost_from=at, by=SYSTEM, at=at)
    with pytest.raises(NotReadyToPost, match="送らないでください"):
        post_again(token=back.token, posted_on=TODAY, by=officer.actor, at=at)


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TODAY + timedelta(days=1)])
def test_a_card_comes_back_after_its_posting_and_not_tomorrow(
    day: date, posted: Card, officer: OfficerMe, at: datetime
) -> None:
    with pytest.raises(DayWrong, match="2026年11月20日から今日まで"):
        note_return(token=posted.token, came_back_on=day, by=officer.actor, at=at)


def test_a_number_that_no_card_has_comes_back_from_nowhere(officer: OfficerMe, at: datetime) -> None:
    with pytest.raises(NotPosted, match="16桁の番号"):
        note_return(token="0" * 16, came_back_on=day_of(at), by=officer.actor, at=at)


def test_a_new_address_is_told_to_the_holder(posted: Card, at: datetime) -> None:
    redirect_card(worker=posted.worker_id, send_to=ELSEWHERE, by=SYSTEM, at=at)
    told = Notice.objects.filter(account=posted.worker.account_id, title="カードの送付先が変わりました")
    assert told.count() == 1


def test_a_card_that_arrived_is_sent_nowhere_else(posted: Card, at: datetime) -> None:
    arrive(posted, at)
    with pytest.raises(AlreadyArrived, match="変更の申請"):
        redirect_card(worker=posted.worker_id, send_to=ELSEWHERE, by=SYSTEM, at=at)


def test_a_posting_outlives_the_address_that_an_erasure_takes_away(
    fresh_database: Databases, at: datetime
) -> None:
    card = printing.waiting_card()
    printing.posted(printing.printer())
    with psycopg.connect(str(fresh_database.owner)) as owner:
        owner.execute("delete from card_address where card_id = %s", [card.pk])
    assert CardPosting.objects.filter(card=card).count() == 1
    assert delivery_of(card.worker_id, today=day_of(at)) is None
