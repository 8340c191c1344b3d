"""The names of the country: people, firms, sites and addresses, out of `data/*.csv`."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

_DATA = Path(__file__).parent / "data"
_FOREIGN = 0.06
_OLD_FIRMS = ("組", "クミ")


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME.csv` without its heading."""
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row) for row in csv.reader(file))[1:]


@dataclass(frozen=True, slots=True)
class PersonName:
    """氏名: one string as on the identity document, kana, and where there are any, other forms."""

    official: str
    kana: str
    roman: str = ""
    native: str = ""
    alias: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of business: the word in a firm's name, its trade key, what its people do, its usual tier."""

    word: str
    kana: str
    trade: int
    content: str
    level: int


@cache
def lines() -> tuple[Line, ...]:
    """Every line of business."""
    found = rows("lines")
    return tuple(
        Line(word, kana, int(trade), content, int(level)) for word, kana, trade, content, level in found
    )


def person_name(rng: Random) -> PersonName:
    """Some name, Japanese or from abroad."""
    if rng.random() < _FOREIGN:
        official, native, kana = rng.choice(rows("foreign_names"))
        return PersonName(official, kana, official, native)
    surname, given = rng.choice(rows("surnames")), rng.choice(rows("given_names"))
    return PersonName(f"{surname[0]} {given[0]}", f"{surname[1]} {given[1]}")


def firm_name(rng: Random, line: Line | None) -> tuple[str, str]:
    """A firm's name and kana; without a line of business a general contractor's."""
    surname, kana = rng.choice(rows("surnames"))
    word, word_kana = (line.word, line.kana) if line else rng.choice((("建設", "ケンセツ"), _OLD_FIRMS))
    style = rng.random()
    if style < 0.6:
        return f"株式会社{surname}{word}", f"カブシキガイシャ{kana}{word_kana}"
    if style < 0.85:
        return f"{surname}{word}株式会社", f"{kana}{word_kana}カブシキガイシャ"
    return f"有限会社{surname}{word}", f"ユウゲンガイシャ{kana}{word_kana}"


@dataclass(frozen=True, slots=True)
class Works:
    """工事: a site's name, kana, address and kind (`building`, `repair`, `road`, `night`)."""

    name: str
    kana: str
    address: str
    kind: str


def works(rng: Random, district: int) -> Works:
    """Some works in the district."""
    prefectures, towns = rows("prefectures"), rows("towns")
    town, town_kana = towns[(district + rng.randrange(3)) % len(towns)]
    prefecture = prefectures[district // len(towns) % len(prefectures)][0]
    quarter, quarter_kana = rng.choice(rows("quarters"))
    written, kana, kind = rng.choice(rows("works"))
    n = rng.randrange(1, 9)
    return Works(
        written.format(town=town, quarter=quarter, n=n),
        kana.format(town=town_kana, quarter=quarter_kana, n=n),
        f"{prefecture}{town}{quarter}{n}丁目{rng.randrange(1, 30)}番{rng.randrange(1, 20)}号",
        kind,
    )
