"""不備の割合: by field and by the text that stood when the form was handed in (FIG-09, FIG-10)."""

from datetime import timedelta

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.filing import submit
from ccus.domain.applications.policies import filer_of
from ccus.domain.figures.counting import count_figures
from ccus.domain.figures.form_texts import GONE, note_texts, words_of_forms
from ccus.domain.figures.models import FigureReturn, FormText
from ccus.domain.figures.reading.returns import returns
from ccus.domain.figures.terms import FEW, NOTHING
from ccus.domain.workers.terms import Grade
from tests.domain.figures.handled import CHANGE, answer, answered
from tests.factories import applications, officers
from tests.factories.applications import AT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
STREET = (CHANGE.value, "contact", "street")
PLACE = "contact.street"


@pytest.fixture
def officer() -> OfficerMe:
    return officers.officer()


def note_before(words: str) -> None:
    """The form as it was, a month before anything was handed in."""
    note_texts({**words_of_forms(), STREET: ("番地", words)}, at=AT - 30 * DAY)


def test_texts_are_noted_once_however_often_a_night_looks() -> None:
    assert note_texts(words_of_forms(), at=AT) == len(words_of_forms())
    assert note_texts(words_of_forms(), at=AT + DAY) == 0


def test_a_changed_hint_is_a_further_row_and_a_field_that_went_an_empty_one() -> None:
    note_texts({STREET: ("番地", "数字だけ")}, at=AT)
    note_texts({STREET: ("番地", "例：1丁目2番3号")}, at=AT + DAY)
    note_texts({}, at=AT + 2 * DAY)
    assert [*FormText.objects.order_by("from_at").values_list("help", flat=True)] == [
        "数字だけ",
        "例：1丁目2番3号",
        "",
    ]
    assert (FormText.objects.latest("from_at").label, "") == GONE


def test_a_field_says_how_much_of_what_asked_it_came_back(officer: OfficerMe) -> None:
    for _ in range(5):
        answered(officer, DAY, returned="street")
    for _ in range(5):
        answered(officer, DAY)
    count_figures(at=AT + 2 * DAY)
    (table,) = returns(CHANGE, "").tables
    assert [(row.cells, row.choice) for row in table.rows] == [((10, 5, 50.0, 1), PLACE)]


def test_a_new_hint_shows_its_effect_beside_the_one_before(officer: OfficerMe) -> None:
    note_before("数字だけ")
    cases = [answered(officer, DAY, returned="street") for _ in range(5)]
    note_texts(words_of_forms(), at=AT + 2 * DAY)
    for case in cases:
        submit(number=case.number, by=filer_of(case), at=AT + 3 * DAY)
        answer(applications.fresh(case), officer, AT + 4 * DAY)
    count_figures(at=AT + 5 * DAY)
    by_text, by_field = returns(CHANGE, PLACE).tables
    assert [row.cells[2:] for row in by_text.rows] == [(5, 5, 100.0), (5, 0, 0.0)]
    assert by_field.rows[0].cells == (10, 5, 50.0, 2)


def test_of_few_that_came_back_only_that_is_said(officer: OfficerMe) -> None:
    answered(officer, DAY, returned="street")
    for _ in range(5):
        answered(officer, DAY)
    count_figures(at=AT + 2 * DAY)
    (row,) = returns(CHANGE, "").tables[0].rows
    assert row.cells == (6, FEW, NOTHING, 1)
    assert returns(CHANGE, PLACE).tables[0].rows[0].cells[3:] == (FEW, NOTHING)


def test_what_was_not_answered_yet_counts_for_nothing() -> None:
    count_figures(at=AT + DAY)
    assert not FigureReturn.objects.exists()
    assert returns(CHANGE, PLACE).tables[0].rows == ()


def test_what_two_fields_were_asked_tells_no_few_of_one_grade(officer: OfficerMe) -> None:
    for grade in [Grade.DETAILED] * 5 + [Grade.SIMPLE] * 3:
        answer(applications.submitted(grade=grade), officer, AT + DAY, returned="street")
    count_figures(at=AT + 2 * DAY)
    assert {(row.filed, row.returned) for row in FigureReturn.objects.all()} == {(5, 0), (5, 5)}
