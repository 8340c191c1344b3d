"""審査の待ち日数: from the queue to the answer, by month and kind (FIG-07, FIG-08)."""

from datetime import timedelta

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.actions.review import release, take
from ccus.domain.applications.policies import filer_of
from ccus.domain.figures.counting import count_figures
from ccus.domain.figures.models import FigureWait
from ccus.domain.figures.reading.waiting import waiting
from ccus.domain.figures.tables import Table
from ccus.domain.figures.terms import FEW, NOTHING
from tests.domain.figures.handled import CHANGE, answer, answered
from tests.factories import applications, officers
from tests.factories.applications import AT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = AT + 9 * DAY


@pytest.fixture
def officer() -> OfficerMe:
    return officers.officer()


def past() -> Table:
    count_figures(at=LATER)
    return waiting(CHANGE, at=LATER).tables[1]


def test_six_answers_of_a_month_have_a_median_and_what_nine_of_ten_did_not_exceed(officer: OfficerMe) -> None:
    for days in (1, 2, 2, 3, 5, 8):
        answered(officer, days * DAY)
    assert past().rows[-1].cells == (6, 2.0, 8.0, 8.0)


def test_of_four_answers_neither_count_nor_measure_is_shown(officer: OfficerMe) -> None:
    for days in (1, 2, 2, 3):
        answered(officer, days * DAY)
    assert past().rows[-1].cells == (FEW, NOTHING, NOTHING, NOTHING)


def test_what_comes_back_waits_anew_and_its_applicant_s_days_do_not_count(officer: OfficerMe) -> None:
    case = answered(officer, 2 * DAY, returned="street")
    submit(number=case.number, by=filer_of(case), at=AT + 6 * DAY)
    answer(applications.fresh(case), officer, AT + 7 * DAY)
    past()
    row = FigureWait.objects.get()
    assert (row.answers, row.median, row.longest) == (2, DAY.total_seconds(), 2 * DAY.total_seconds())


def test_a_case_that_was_handed_back_joined_the_queue_once(officer: OfficerMe) -> None:
    case = applications.submitted(CHANGE)
    take(number=case.number, by=officer.actor, at=AT + DAY)
    release(number=case.number, by=officer.actor, at=AT + DAY)
    answer(case, officer, AT + 3 * DAY)
    past()
    assert FigureWait.objects.get().longest == 3 * DAY.total_seconds()


def test_counting_again_changes_nothing(officer: OfficerMe) -> None:
    answered(officer, DAY)
    first, second = past(), past()
    assert first == second
    assert FigureWait.objects.count() == 1


def test_what_waits_now_is_counted_by_kind_with_the_oldest() -> None:
    for _ in range(5):
        applications.submitted(CHANGE)
    now = waiting("", at=LATER).tables[0]
    assert [(row.label, row.cells) for row in now.rows] == [(CHANGE.label, (5, 9))]


def test_two_that_wait_tell_neither_their_number_nor_the_age_of_the_oldest() -> None:
    for _ in range(2):
        applications.submitted(CHANGE)
    assert waiting("", at=LATER).tables[0].rows[0].cells == (FEW, NOTHING)


def test_before_the_first_night_a_kind_has_no_rows() -> None:
    shown = waiting("nonsense", at=LATER)
    assert (shown.tables[1].rows, shown.counted_at) == ((), None)
