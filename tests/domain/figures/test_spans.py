"""Texts that change soon after each other: no difference of two numbers tells a small one (FIG-10)."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.figures.hiding import is_small
from ccus.domain.figures.spans import joined

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
Spans = list[tuple[datetime, dict[str, int]]]


def spans_of(*filed: dict[str, int]) -> Spans:
    return [(BEGAN + timedelta(days=at), counts) for at, counts in enumerate(filed)]


def counted(spans: Spans, grade: str) -> list[int]:
    """What each text is said to have been asked, where it changed with every span."""
    counts_as = joined(spans)
    return [
        sum(filed.get(grade, 0) for since, filed in spans if counts_as[since] == text) for text, _ in spans
    ]


GRADES = st.fixed_dictionaries({"simple": st.integers(0, 12), "detailed": st.integers(0, 12)})


@given(st.lists(GRADES, min_size=1, max_size=7))
def test_what_texts_were_asked_differs_by_nothing_or_by_five_at_least(filed: list[dict[str, int]]) -> None:
    spans = spans_of(*filed)
    for grade in ("simple", "detailed"):
        asked = counted(spans, grade)
        assert sum(asked) == sum(each[grade] for each in filed)
        if not is_small(sum(asked)):
            assert not [
                sum(asked[first:last])
                for first, last in combinations(range(len(asked) + 1), 2)
                if is_small(sum(asked[first:last]))
            ]


def test_three_forms_under_a_new_text_count_with_the_text_before() -> None:
    spans = spans_of({"": 40}, {"": 3})
    assert counted(spans, "") == [43, 0]


def test_five_forms_under_a_new_text_are_its_own() -> None:
    assert counted(spans_of({"": 40}, {"": 5}), "") == [40, 5]


def test_a_few_of_one_grade_hold_nothing_of_the_other_back() -> None:
    spans = spans_of({"simple": 40, "detailed": 1}, {"simple": 30, "detailed": 2})
    assert counted(spans, "simple") == [40, 30]


def test_without_any_text_there_is_no_span() -> None:
    assert joined([]) == {}
