"""Names, times and numbers as pages write them."""

from datetime import date, datetime

import pytest

from ccus.foundation.clock import JST
from ccus.ui.formatting import clock_time, reading_below, ruby_parts


@pytest.mark.parametrize(
    ("name", "kana", "parts", "below"),
    [
        ("建設 未来", "ケンセツ ミライ", [("建設", "ケンセツ"), ("未来", "ミライ")], ""),
        ("𠮷田　花子", "ヨシダ ハナコ", [("𠮷田", "ヨシダ"), ("花子", "ハナコ")], ""),
        ("林", "ハヤシ", [("林", "ハヤシ")], ""),
        ("金 ハヌル", "キムハヌル", [("金 ハヌル", "キムハヌル")], ""),
        ("Nguyễn Văn Anh", "グエン ヴァン アイン", [("Nguyễn Văn Anh", "")], "グエン ヴァン アイン"),
        ("スカルノ", "スカルノ", [("スカルノ", "")], ""),
    ],
)
def test_a_reading_stands_over_kanji_and_under_letters(
    name: str, kana: str, parts: list[tuple[str, str]], below: str
) -> None:
    assert ruby_parts(name, kana) == parts
    assert reading_below(name, kana) == below


def test_a_time_of_the_next_day_says_so() -> None:
    assert clock_time(datetime(2026, 11, 21, 1, 5, tzinfo=JST), date(2026, 11, 20)) == "翌1:05"
    assert clock_time(datetime(2026, 11, 20, 17, 10, tzinfo=JST), date(2026, 11, 20)) == "17:10"
