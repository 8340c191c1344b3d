"""開示の設定 (DISC-20 to DISC-22, D-09): two halves, off at first, closed again when the employer changes."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.actions import NotOwnWorker, NotSwitchable, set_employers_half, set_own_half
from ccus.domain.disclosure.matrix import items_shown
from ccus.domain.disclosure.models import DisclosureSwitch
from ccus.domain.disclosure.switches import SWITCHABLE, employers_half, granted, opened_items, workers_half
from ccus.domain.disclosure.terms import Relation
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from tests.factories.companies import company
from tests.factories.personas import Cast, firm, person
from tests.factories.seats import seat, unit
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
CARD = {Item.CARD}


def employer_opens(
    cast: Cast, at: datetime, *items: Item, is_open: bool = True, by: Company | None = None
) -> int:
    firm_ = by or cast.takahashi
    return set_employers_half(
        company=firm_, workers=[cast.mirai.pk], items=items, is_open=is_open, by=firm(firm_), at=at
    )


def worker_opens(cast: Cast, at: datetime, *items: Item, is_open: bool = True) -> int:
    return set_own_half(worker=cast.mirai, items=items, is_open=is_open, by=person(cast.mirai), at=at)


def others_see(of: Worker, at: datetime) -> set[Item]:
    return set(granted({of.pk: Relation.OTHER}, on=day_of(at))[of.pk])


def test_nothing_but_the_card_is_open_at_first(cast: Cast, at: datetime) -> None:
    assert others_see(cast.mirai, at) == CARD


@pytest.mark.parametrize("item", SWITCHABLE)
def test_an_item_opens_only_when_both_halves_are_on(item: Item, cast: Cast, at: datetime) -> None:
    employer_opens(cast, at, item)
    assert others_see(cast.mirai, at) == CARD
    worker_opens(cast, at, item)
    assert others_see(cast.mirai, at) == CARD | {item}
    employer_opens(cast, at, item, is_open=False)
    assert others_see(cast.mirai, at) == CARD


@pytest.mark.parametrize("item", sorted(set(Item) - set(SWITCHABLE)))
def test_what_is_always_or_never_shown_has_no_switch(item: Item, cast: Cast, at: datetime) -> None:
    with pytest.raises(NotSwitchable):
        employer_opens(cast, at, item)
    with pytest.raises(NotSwitchable):
        worker_opens(cast, at, item)


@pytest.mark.parametrize("relation", sorted(set(Relation) - {Relation.OTHER}))
def test_switches_change_nothing_for_any_other_relation(relation: Relation, cast: Cast, at: datetime) -> None:
    employer_opens(cast, at, Item.CONTACT)
    worker_opens(cast, at, Item.CONTACT)
    assert granted({cast.mirai.pk: relation}, on=TODAY)[cast.mirai.pk] == items_shown(relation)


@pytest.mark.parametrize("gap", [1, 30])
def test_when_the_link_ends_the_employers_half_is_off_and_the_workers_stays(
    gap: int, cast: Cast, at: datetime
) -> None:
    employer_opens(cast, at, Item.NAME)
    worker_opens(cast, at, Item.NAME)
    ends = TODAY + timedelta(days=10)
    end_affiliation(affiliation=cast.affiliation, until_on=ends, by=person(cast.mirai), at=at)
    affiliation(worker=cast.mirai, company=cast.takahashi, valid_from=ends + timedelta(days=gap))
    days = [ends - timedelta(days=1), ends, ends + timedelta(days=gap)]
    seen = [bool(opened_items([cast.mirai.pk], on=day)) for day in days]
    assert seen == [True, False, False]  # D-09
    assert workers_half([cast.mirai.pk], on=days[-1]) == {cast.mirai.pk: {Item.NAME}}


def test_after_coming_back_the_employer_opens_anew(cast: Cast, at: datetime) -> None:
    employer_opens(cast, at, Item.NAME)
    end_affiliation(affiliation=cast.affiliation, until_on=TODAY, by=person(cast.mirai), at=at)
    later = at + timedelta(days=5)
    affiliation(worker=cast.mirai, company=cast.takahashi, valid_from=day_of(later))
    assert employers_half(cast.takahashi.pk, [cast.mirai.pk], on=day_of(later)) == {}
    assert employer_opens(cast, later, Item.NAME) == 1
    assert employers_half(cast.takahashi.pk, [cast.mirai.pk], on=day_of(later)) == {
        cast.mirai.pk: {Item.NAME}
    }


def test_a_change_of_the_same_link_closes_nothing(cast: Cast, at: datetime) -> None:
    employer_opens(cast, at, Item.NAME)
    end_affiliation(
        affiliation=cast.affiliation, until_on=TODAY + timedelta(days=3), by=person(cast.mirai), at=at
    )
    affiliation(worker=cast.mirai, company=cast.takahashi, valid_from=TODAY + timedelta(days=3))
    assert employers_half(cast.takahashi.pk, [cast.mirai.pk], on=TODAY + timedelta(days=9))


def test_the_half_of_a_former_employer_opens_nothing_for_the_new_one(cast: Cast, at: datetime) -> None:
    employer_opens(cast, at, Item.NAME)
    worker_opens(cast, at, Item.NAME)
    end_affiliation(affiliation=cast.affiliation, until_on=TODAY, by=person(cast.mirai), at=at)
    affiliation(worker=cast.mirai, company=cast.stranger, valid_from=TODAY)
    assert others_see(cast.mirai, at) == CARD


def test_with_two_employers_both_have_to_open(cast: Cast, at: datetime) -> None:
    affiliation(worker=cast.mirai, company=cast.stranger, is_main=False)
    worker_opens(cast, at, Item.NAME)
    employer_opens(cast, at, Item.NAME)
    assert others_see(cast.mirai, at) == CARD
    employer_opens(cast, at, Item.NAME, by=cast.stranger)
    assert others_see(cast.mirai, at) == CARD | {Item.NAME}  # DISC-22


def test_without_an_employer_nothing_opens(at: datetime) -> None:
    alone = worker()
    set_own_half(worker=alone, items=[Item.NAME], is_open=True, by=person(alone), at=at)
    assert others_see(alone, at) == CARD


def test_a_company_opens_nothing_of_workers_who_are_not_its_own(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotOwnWorker):
        employer_opens(cast, at, Item.NAME, by=cast.stranger)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CHIEF, Role.TIER}))
def test_a_role_without_the_power_opens_nothing(role: Role, cast: Cast, at: datetime) -> None:
    clerk = seat(cast.takahashi, role)
    with pytest.raises(NotAllowed, match="所属技能者の管理"):
        set_employers_half(
            company=cast.takahashi,
            workers=[cast.mirai.pk],
            items=[Item.NAME],
            is_open=True,
            by=clerk.actor,
            at=at,
        )


def test_nobody_but_the_worker_sets_the_workers_half(cast: Cast, at: datetime) -> None:
    for by in (firm(cast.takahashi), seat(cast.takahashi).actor, person(worker())):
        with pytest.raises(NotAllowed, match="本人"):
            set_own_half(worker=cast.mirai, items=[Item.NAME], is_open=True, by=by, at=at)


def test_opening_and_closing_again_keeps_what_was_on_which_days(cast: Cast, at: datetime) -> None:
    tier = seat(cast.takahashi, Role.TIER, unit=unit(cast.takahashi))
    for days, is_open in ((0, True), (3, False), (3, True), (3, False)):
        set_employers_half(
            company=cast.takahashi,
            workers=[cast.mirai.pk],
            items=[Item.NAME],
            is_open=is_open,
            by=tier.actor,
            at=at + timedelta(days=days),
        )
    held = DisclosureSwitch.objects.filter(superseded_at=None).values_list("valid_from", "valid_until")
    assert list(held) == [(TODAY, TODAY + timedelta(days=3))]


def test_setting_what_is_set_already_changes_and_records_nothing(cast: Cast, at: datetime) -> None:
    assert [employer_opens(cast, at, Item.NAME) for _ in range(2)] == [1, 0]
    assert Event.objects.filter(act=Act.DISCLOSURE_SET).count() == 1


def statements(count: int, at: datetime) -> int:
    employer = company()
    crew = [worker().pk for _ in range(count)]
    for one in crew:
        affiliation(worker_id=one, company=employer)
    with CaptureQueriesContext(connection) as captured:
        changed = set_employers_half(
            company=employer, workers=crew, items=SWITCHABLE, is_open=True, by=firm(employer), at=at
        )
    assert changed == count * len(SWITCHABLE)
    return len(captured)


def test_opening_for_a_hundred_workers_takes_as_many_statements_as_for_two(at: datetime) -> None:
    assert statements(2, at) == statements(100, at)
