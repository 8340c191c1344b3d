"""開示・非開示の選択 (DISC-23, PORTAL-40, PORTAL-42): all items in one go, and what the worker reads of both halves."""

from collections.abc import Collection
from datetime import date, datetime

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.disclosure.actions import (
    ChosenElsewhere,
    NotSwitchable,
    choose_own_half,
    set_employers_half,
)
from ccus.domain.disclosure.switches import halves_of_employers, workers_half
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.reading import steps_left
from ccus.domain.workers.terms import Item, Step
from tests.factories.personas import Cast, firm, person
from tests.factories.workers import affiliation

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def choose(cast: Cast, at: datetime, items: Collection[Item], shown: Collection[Item] = ()) -> int:
    return choose_own_half(worker=cast.mirai, items=items, shown=shown, by=person(cast.mirai), at=at)


def own(cast: Cast) -> frozenset[Item]:
    return workers_half([cast.mirai.pk], on=TODAY).get(cast.mirai.pk, frozenset())


def employer_opens(cast: Cast, at: datetime, item: Item) -> None:
    set_employers_half(
        company=cast.takahashi,
        workers=[cast.mirai.pk],
        items=[item],
        is_open=True,
        by=firm(cast.takahashi),
        at=at,
    )


def test_what_is_ticked_opens_and_the_rest_closes(cast: Cast, at: datetime) -> None:
    first = {Item.NAME, Item.TRADES}
    assert choose(cast, at, first) == 2
    assert choose(cast, at, {Item.TRADES, Item.CONTACT}, shown=first) == 2
    assert own(cast) == {Item.TRADES, Item.CONTACT}


def test_leaving_all_as_it_is_finishes_the_step_and_changes_nothing(cast: Cast, at: datetime) -> None:
    assert choose(cast, at, ()) == 0
    assert steps_left(cast.mirai.pk) == (Step.CONTENTS,)
    assert not Event.objects.filter(act=Act.OWN_DISCLOSURE_SET).exists()


def test_an_old_page_opens_nothing_that_was_closed_meanwhile(cast: Cast, at: datetime) -> None:
    choose(cast, at, {Item.CONTACT})
    choose(cast, at, (), shown={Item.CONTACT})
    with pytest.raises(ChosenElsewhere, match="別の画面"):
        choose(cast, at, {Item.CONTACT, Item.NAME}, shown={Item.CONTACT})
    assert own(cast) == frozenset()


@pytest.mark.parametrize("item", [Item.CARD, Item.HEALTH, Item.TRACES])
def test_an_item_without_a_choice_saves_nothing_of_the_others(item: Item, cast: Cast, at: datetime) -> None:
    with pytest.raises(NotSwitchable):
        choose(cast, at, {Item.NAME, item})
    assert own(cast) == frozenset()
    assert Step.DISCLOSURE in steps_left(cast.mirai.pk)


def test_an_employer_cannot_choose_for_the_worker(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        choose_own_half(worker=cast.mirai, items=(), shown=(), by=firm(cast.takahashi), at=at)
    assert Step.DISCLOSURE in steps_left(cast.mirai.pk)


def test_the_worker_reads_which_employer_has_opened_what(cast: Cast, at: datetime) -> None:
    affiliation(worker=cast.mirai, company=cast.suzuki, is_main=False)
    employer_opens(cast, at, Item.TRADES)
    halves = [(half.company, half.items) for half in halves_of_employers(cast.mirai.pk, on=TODAY)]
    assert halves == [("高橋鉄筋", {Item.TRADES}), ("鈴木工務店", frozenset())]


def test_the_half_of_an_employer_of_the_past_is_not_read(cast: Cast, at: datetime) -> None:
    employer_opens(cast, at, Item.TRADES)
    end_affiliation(affiliation=cast.affiliation, until_on=TODAY, by=person(cast.mirai), at=at)
    assert halves_of_employers(cast.mirai.pk, on=TODAY) == ()
