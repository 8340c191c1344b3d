"""経過: every move the table allows is possible, every other is refused by the code and by the database."""

from itertools import product

import pytest
from django.db import IntegrityError, connection, transaction

from ccus.domain.applications.models import Application, ApplicationStep, ApplicationTransition
from ccus.domain.applications.path import MovedMeanwhile, move
from ccus.domain.applications.rules import TRANSITIONS, application_number
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.terms import SYSTEM
from tests.factories.applications import AT, fresh, opened

pytestmark = pytest.mark.django_db
_STEP = """
insert into application_step (application_id, ordinal, from_state, to_state, at, by, note)
values (%s, %s, %s, %s, now(), 'system:0', '')
"""
ILLEGAL = [pair for pair in product(State, State) if pair not in TRANSITIONS]


@pytest.fixture
def case() -> Application:
    return opened(ApplicationKind.CHANGE)


def led_to(case: Application, state: State) -> Application:
    """The case after the shortest path to a state."""
    paths: dict[State, list[State]] = {State.DRAFT: []}
    for here in (open_ends := [State.DRAFT]):
        for before, after in TRANSITIONS:
            if before is here and after not in paths:
                paths[after] = [*paths[here], after]
                open_ends.append(after)
    for step in paths[state]:
        move(case, step, by=SYSTEM, at=AT)
    return case


def execute(sql: str, *values: str | int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.execute("set constraints all immediate")


@pytest.mark.parametrize(("before", "after"), list(TRANSITIONS))
def test_every_move_of_the_table_is_possible(case: Application, before: State, after: State) -> None:
    move(led_to(case, before), after, by=SYSTEM, at=AT)
    assert fresh(case).state == after


@pytest.mark.parametrize(("before", "after"), ILLEGAL)
def test_a_move_outside_of_the_table_is_refused_by_code_and_database(
    case: Application, before: State, after: State
) -> None:
    led_to(case, before)
    with pytest.raises(ValueError, match="no transition"):
        move(case, after, by=SYSTEM, at=AT)
    with pytest.raises(IntegrityError, match="application_step_"):
        execute(_STEP, case.pk, case.steps + 1, before, after)


def test_the_database_knows_the_transitions_of_the_table() -> None:
    stored = set(ApplicationTransition.objects.values_list("from_state", "to_state"))
    assert stored == {(before.value, after.value) for before, after in TRANSITIONS}


def test_a_step_begins_where_the_one_before_ended(case: Application) -> None:
    led_to(case, State.SUBMITTED)
    with pytest.raises(IntegrityError, match="application_step_follows"):
        execute(_STEP, case.pk, case.steps + 1, "returned", "corrected")


def test_a_path_has_no_gap_between_its_steps(case: Application) -> None:
    led_to(case, State.SUBMITTED)
    with pytest.raises(IntegrityError, match="application_step_follows"):
        execute(_STEP, case.pk, case.steps + 2, "submitted", "in_review")


def test_an_application_cannot_stand_elsewhere_than_at_its_last_step(case: Application) -> None:
    led_to(case, State.SUBMITTED)
    with pytest.raises(IntegrityError, match="application_stands_at_its_last_step"):
        execute("update application set state = 'approved' where id = %s", case.pk)


@pytest.mark.parametrize("sql", ["update application_step set note = 'x'", "delete from application_step"])
def test_a_step_is_never_rewritten_by_the_application(case: Application, sql: str) -> None:
    led_to(case, State.SUBMITTED)
    with pytest.raises(Exception, match="permission denied"):
        execute(sql)


def test_of_two_moves_from_one_state_the_second_is_told(case: Application) -> None:
    other = fresh(case)
    move(case, State.SUBMITTED, by=SYSTEM, at=AT)
    with pytest.raises(MovedMeanwhile), transaction.atomic():
        move(other, State.WITHDRAWN, by=SYSTEM, at=AT)
    assert ApplicationStep.objects.filter(application=case).count() == 1


def test_the_age_of_an_application_counts_from_the_first_queueing(case: Application) -> None:
    led_to(case, State.SUBMITTED)
    assert fresh(case).queued_at == AT


def test_a_number_carries_its_day_and_a_check_digit() -> None:
    assert application_number(AT.date(), 42) == "261120-0000426"
