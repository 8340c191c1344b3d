"""非公開: it can be printed, and nothing else."""

import operator
from collections.abc import Callable
from typing import Any

import pytest
from django.template import Context, Template

from ccus.domain.disclosure.reading import HIDDEN, HiddenItem, is_hidden

READINGS: list[Callable[[Any], object]] = [
    bool,
    len,
    iter,
    list,
    int,
    hash,
    operator.itemgetter(0),
    operator.attrgetter("year"),
    lambda hidden: hidden == "090-0000-0000",
    lambda hidden: "090-0000-0000" == hidden,  # noqa: SIM300 - from either side
    lambda hidden: hidden == hidden,  # noqa: PLR0124 - even with itself
    lambda hidden: hidden < 1990,
    lambda hidden: "A" in hidden,
    lambda hidden: hidden + "",
]


@pytest.mark.parametrize("reading", READINGS)
def test_a_hidden_item_cannot_be_read(reading: Callable[[Any], object]) -> None:
    with pytest.raises(HiddenItem):
        reading(HIDDEN)


def test_a_hidden_item_says_so_where_it_is_printed() -> None:
    assert str(HIDDEN) == f"{HIDDEN}" == "非公開"
    assert Template("{{ phone }}").render(Context({"phone": HIDDEN})) == "非公開"


@pytest.mark.parametrize(
    "source", ["{{ phone.number }}", "{% for x in phone %}{% endfor %}", "{% if phone %}{% endif %}"]
)
def test_a_page_that_reads_a_hidden_item_breaks_at_once(source: str) -> None:
    with pytest.raises(HiddenItem):
        Template(source).render(Context({"phone": HIDDEN}))


def test_whether_an_item_is_hidden_may_be_asked() -> None:
    assert is_hidden(HIDDEN)
    assert not is_hidden("非公開")
