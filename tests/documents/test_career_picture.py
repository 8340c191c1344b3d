"""経歴の図: PROOF-09, PROOF-10."""

import re
from datetime import date, timedelta
from itertools import combinations
from math import cbrt
from xml.etree import ElementTree as ET

import pytest

from ccus.documents.career import OTHERS_WORD, WITHOUT_WORD, PictureDay, career_picture, place_of
from ccus.documents.career_drawing import LETTERS, WIDTH, career_svg, legend_svg, year_svg
from ccus.documents.career_marks import LOOKS, OTHERS, WITHOUT, Fill, Look
from tests.documents.careers import LAST, TRADES, career_of, worked_days

MONDAY = date(2026, 11, 16)
ON_A_TELEPHONE = 390 - 2 * (16 + 16 + 1)
"""The width of the picture in px: what page and panel leave of the screen."""


def day(
    on: date = MONDAY, trade: str = "鉄筋工", fill: Fill = Fill.FULL, *, official: bool = True
) -> PictureDay:
    return PictureDay(on, trade, fill, official)


def channels(look: Look) -> list[float]:
    return [int(look.colour.lstrip("#")[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def lightness(look: Look) -> float:
    """L* of the colour, 0 to 100: what an eye makes of its grey."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(look)]
    return 116 * cbrt(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))) - 16


def printed_grey(look: Look) -> float:
    """What a printer makes of the colour, 0 to 100."""
    return 100 * sum(w * c for w, c in zip((0.299, 0.587, 0.114), channels(look), strict=True))


@pytest.mark.parametrize(("one", "other"), list(combinations((*LOOKS, OTHERS, WITHOUT), 2)))
def test_in_grey_two_trades_differ_by_their_mark_or_their_lightness(one: Look, other: Look) -> None:
    if one.mark is other.mark:
        assert abs(lightness(one) - lightness(other)) >= 10
        assert abs(printed_grey(one) - printed_grey(other)) >= 7


@pytest.mark.parametrize("look", [*LOOKS, OTHERS, WITHOUT])
def test_every_colour_stands_out_from_white_paper(look: Look) -> None:
    luminance = ((lightness(look) + 16) / 116) ** 3
    assert 1.05 / (luminance + 0.05) >= 3


def test_the_seven_most_frequent_trades_have_a_colour_and_the_others_share_one() -> None:
    trades = [trade for trade, _, _ in career_of(4).trades]
    assert len(trades) == len(LOOKS) + 2
    assert trades[-2:] == [OTHERS_WORD, WITHOUT_WORD]


@pytest.mark.parametrize(
    ("on", "place"),
    [(date(2026, 1, 1), (0, 4)), (date(2026, 1, 4), (1, 0)), (date(2028, 12, 31), (53, 0))],
)
def test_a_day_has_its_cell_in_weeks_from_sunday(on: date, place: tuple[int, int]) -> None:
    assert place_of(on) == place


def test_of_two_records_of_a_day_the_better_one_is_shown_and_the_day_counts_once() -> None:
    picture = career_picture([day(fill=Fill.EMPTY, trade="左官", official=False), day()])
    (year,) = picture.years
    assert list(year.cells) == [("鉄筋工", Fill.FULL)]
    assert (year.days, year.official_days, year.unapproved_days) == (1, 1, 1)


def test_what_nobody_approved_is_no_day_of_the_sum() -> None:
    (year,) = career_picture([day(fill=Fill.EMPTY, official=False)]).years
    assert year.words == "就業 0日 正式 0日 承認なし 1日"


def test_years_without_a_day_stand_between_the_others() -> None:
    picture = career_picture([day(date(2023, 4, 3)), day()])
    assert [(year.year, year.days) for year in picture.years] == [(2026, 1), (2025, 0), (2024, 0), (2023, 1)]


def test_every_day_of_a_career_has_one_cell() -> None:
    days = worked_days(3)
    cells = [
        place for year in career_picture(days).years for places in year.cells.values() for place in places
    ]
    assert len(cells) == len(days)


def test_days_of_the_legend_are_those_of_the_years() -> None:
    picture = career_of(5)
    trades = {trade: days for trade, _, days in picture.trades}
    assert sum(trades.values()) == sum(year.official_days for year in picture.years)
    assert sum(days for _, days in picture.fills) == len(worked_days(5))


def test_letters_are_twelve_pixels_on_a_telephone() -> None:
    drawn = year_svg(career_of(1), career_of(1).years[0]) + legend_svg(career_of(1))
    sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn)}
    assert min(sizes) == LETTERS
    assert min(sizes) * ON_A_TELEPHONE / WIDTH >= 12


def test_a_year_tells_its_sums_to_those_who_do_not_see_it() -> None:
    picture = career_picture([day(), day(MONDAY + timedelta(days=1), trade="左官")])
    told = ET.fromstring(year_svg(picture, picture.years[0]))  # noqa: S314 - drawn here
    assert told.get("role") == "img"
    assert [each.text for each in told[:2]] == [
        "2026年　就業 2日 正式 2日",
        "職種ごとの正式の日数：左官 1日、鉄筋工 1日。",
    ]


def test_whatever_stands_in_a_name_stays_a_word_of_the_picture() -> None:
    heading = ('<script>alert("x")</script> & 髙橋', "技能者ID")
    drawn = career_svg(career_picture([day(trade="<b>工")]), heading)
    words = [each.text for each in ET.fromstring(drawn).iter() if each.tag.endswith("text")]  # noqa: S314
    assert heading[0] in words
    assert "<b>工" in words


def test_thirty_years_are_a_file_that_a_telephone_can_hold() -> None:
    picture = career_of(30)
    drawn = career_svg(picture, ("髙橋 一郎",))
    assert (len(picture.years), picture.years[0].year) == (30, LAST.year)
    assert len(drawn) < 400_000
    assert "style=" not in drawn


def test_an_empty_career_is_a_picture_without_years() -> None:
    picture = career_picture([])
    assert (picture.years, picture.trades, picture.fills) == ((), (), ())
    assert ET.fromstring(career_svg(picture, ("髙橋 一郎",))).tag.endswith("svg")  # noqa: S314


def test_the_trades_of_the_samples_are_more_than_there_are_colours() -> None:
    assert len(set(TRADES)) > len(LOOKS) + 1
