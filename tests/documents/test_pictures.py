"""帳票 as pictures: page one looks as it looked when somebody last looked at it (PAPER-07).

A paper that is meant to look different: `python -m tests.documents.redraw`, look at the pictures, commit them.
"""

import pytest

from tests.documents.drawing import STORED, difference, drawn, stored
from tests.documents.redraw import every_drawing
from tests.documents.site_papers import roster_with

DRAWINGS = every_drawing()
NOTICED = 0.0002
"""The share of dots that may differ: letters drawn a hair elsewhere, no word more or less."""


@pytest.mark.parametrize("name", DRAWINGS)
def test_page_one_of_a_paper_looks_as_it_was_last_looked_at(name: str) -> None:
    assert difference(drawn(*DRAWINGS[name]), stored(name)) <= NOTICED


def test_the_comparison_notices_a_name_that_became_longer() -> None:
    assert difference(drawn(*roster_with(name="髙橋 一郎太左衛門")), stored("roster")) > NOTICED


def test_the_stored_pictures_are_those_of_the_papers_and_small() -> None:
    sizes = {picture.stem: picture.stat().st_size for picture in STORED.iterdir()}
    assert set(sizes) == set(DRAWINGS)
    assert max(sizes.values()) < 60_000
