"""Small numbers: whatever is shown fits every number that is hidden (FIG-03, FIG-04, FIG-05)."""

from hypothesis import given
from hypothesis import strategies as st

from ccus.domain.figures.hiding import (
    LEAST,
    Cell,
    beside_sum,
    if_shown,
    is_small,
    part_of,
    rate,
    shown,
    summed,
    with_sums,
)
from ccus.domain.figures.terms import FEW, MOST, NOTHING

COUNTS = st.one_of(st.integers(0, 8), st.integers(0, 2_000))
SMALL = range(1, LEAST)


@st.composite
def grids(draw: st.DrawFn) -> list[list[int]]:
    """Counts in rows of equal length."""
    width = draw(st.integers(1, 5))
    return draw(st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=6))


@given(grids())
def test_a_table_with_its_sums_is_the_same_whatever_a_hidden_number_is(counts: list[list[int]]) -> None:
    published = with_sums(counts)
    for row in counts:
        for place, count in enumerate(row):
            if not is_small(count):
                continue
            for other in SMALL:
                row[place] = other
                assert with_sums(counts) == published
            row[place] = count


@given(grids())
def test_no_cell_of_a_table_shows_a_number_from_one_to_four(counts: list[list[int]]) -> None:
    rows, foot = with_sums(counts)
    assert not [cell for row in (*rows, foot) for cell in row if isinstance(cell, int) and is_small(cell)]


@given(st.integers(0, 60).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_part_and_its_whole_fit_every_small_part_and_every_small_rest(pair: tuple[int, int]) -> None:
    part, whole = pair
    published = part_of(part, whole)
    if is_small(whole):
        assert {part_of(min(part, other) if part else 0, other) for other in SMALL} == {published}
    elif is_small(whole - part):
        assert {part_of(whole - rest, whole) for rest in SMALL} == {(MOST, whole)} == {published}
    elif is_small(part):
        assert {part_of(other, whole)[0] for other in SMALL} <= {FEW, MOST}


@given(COUNTS, COUNTS)
def test_a_rate_is_shown_only_where_both_of_its_counts_are(part: int, rest: int) -> None:
    cells = part_of(part, part + rest)
    is_hidden = is_small(part) or is_small(rest)
    assert (rate(*cells) == NOTHING) == (is_hidden or not part + rest)


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_a_sum_with_hidden_parts_is_never_more_than_the_true_one(counts: list[int]) -> None:
    said: Cell = summed(shown(count) for count in counts)
    least = 1 if said == FEW else int(str(said).removesuffix("以上").replace(",", ""))
    assert least <= sum(counts)
    assert isinstance(said, int) == (not any(map(is_small, counts)))


def test_a_measure_of_four_things_is_not_shown() -> None:
    assert (if_shown(4, 2.5), if_shown(5, 2.5)) == (NOTHING, 2.5)


@given(st.lists(COUNTS, min_size=2, max_size=6))
def test_whoever_knows_the_sum_learns_no_small_month_from_the_others(counts: list[int]) -> None:
    published, bound = beside_sum(counts), next((at for at, n in enumerate(counts) if n >= LEAST), None)
    if bound is None or NOTHING in published:
        assert {cell for cell, count in zip(published, counts, strict=True) if count} <= {NOTHING, FEW}
        return
    for place in (at for at, count in enumerate(counts) if is_small(count)):
        for other in SMALL:
            moved = [*counts]
            moved[bound] += counts[place] - other
            moved[place] = other
            assert beside_sum(moved) == published
