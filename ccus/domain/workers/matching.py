"""似ている二人: why two registered workers may be one person, in words with a weight (SAME-01, SAME-19). Pure."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from ccus.domain.workers.births import near_births
from ccus.domain.workers.letters import (
    is_latin,
    orders,
    plain_kana,
    sound_alike,
    sounding_words,
    spelled,
    written,
)
from ccus.domain.workers.nearness import are_near, is_part_of
from ccus.domain.workers.terms import Likeness

SUSPECTED, STRONGLY = 5, 8
MOST_OF_NAMES = 6
"""What all forms of the name weigh together at most: a name is one thing, however often it is written."""
_LOT = re.compile(r"[\s\-‐－ー−]|丁目|番地|番|号")


class Described(NamedTuple):
    """見くらべる人: what the register says of one worker; texts are empty where it says nothing."""

    worker: int
    birth_on: date
    official: str = ""
    kana: str = ""
    roman: str = ""
    native: str = ""
    alias: str = ""
    sex: str = ""
    phone: str = ""
    address: str = ""


class Point(NamedTuple):
    """似ている点: in words, without what is alike itself."""

    likeness: Likeness
    weight: int

    @property
    def words(self) -> str:
        """As the office reads it."""
        return self.likeness.label


_WEIGHTS = {
    Likeness.KANA: 3,
    Likeness.KANA_ALIKE: 3,
    Likeness.KANA_NEAR: 2,
    Likeness.OFFICIAL: 3,
    Likeness.OTHER_FORM: 2,
    Likeness.ROMAN: 3,
    Likeness.ROMAN_NEAR: 2,
    Likeness.NAME_PART: 2,
    Likeness.GIVEN_ALONE: 2,
    Likeness.GIVEN_DIFFERS: -3,
    Likeness.KANJI_DIFFERS: -1,
    Likeness.BIRTH: 3,
    Likeness.BIRTH_DIGIT: 2,
    Likeness.BIRTH_SWAPPED: 2,
    Likeness.BIRTH_BESIDE: 2,
    Likeness.BIRTH_DIFFERS: -3,
    Likeness.SEX_DIFFERS: -3,
    Likeness.PHONE: 3,
    Likeness.ADDRESS: 2,
}
_EQUAL = frozenset(
    {Likeness.KANA, Likeness.KANA_ALIKE, Likeness.OFFICIAL, Likeness.OTHER_FORM, Likeness.ROMAN}
)
_PARTLY = frozenset({Likeness.KANA_NEAR, Likeness.ROMAN_NEAR, Likeness.NAME_PART, Likeness.GIVEN_ALONE})
_OF_NAMES = _EQUAL | _PARTLY


class Compared(NamedTuple):
    """見くらべた結果: the points, the heaviest first."""

    points: tuple[Point, ...]

    @property
    def weight(self) -> int:
        """重み: the sum of the points, those of the name up to `MOST_OF_NAMES`."""
        names = sum(point.weight for point in self.points if point.likeness in _OF_NAMES)
        rest = sum(point.weight for point in self.points if point.likeness not in _OF_NAMES)
        return min(names, MOST_OF_NAMES) + rest

    @property
    def is_suspected(self) -> bool:
        """疑い: whether the office should look."""
        return self.weight >= SUSPECTED

    @property
    def is_strong(self) -> bool:
        """強い疑い: a form of the name is the same, or a part of it with birth date and telephone (SAME-19)."""
        found = {point.likeness for point in self.points}
        if Likeness.BIRTH_DIFFERS in found:
            return False
        is_same = not found.isdisjoint(_EQUAL)
        is_partly = not found.isdisjoint(_PARTLY) and found >= {Likeness.BIRTH, Likeness.PHONE}
        return self.weight >= STRONGLY and (is_same or is_partly)


def compare(one: Described, other: Described) -> Compared:
    """見くらべる. The order of the two does not matter."""
    names = frozenset(_names(one, other))
    found = (*names, *_against(one, other, names), *_birth(one.birth_on, other.birth_on), *_rest(one, other))
    points = [Point(likeness, _WEIGHTS[likeness]) for likeness in found]
    return Compared(tuple(sorted(points, key=lambda point: (-point.weight, point.likeness))))


def _names(one: Described, other: Described) -> Iterator[Likeness]:
    yield from _kana(one.kana, other.kana)
    if one.official and written(one.official) == written(other.official):
        yield Likeness.OFFICIAL
    elif not _forms(one).isdisjoint(_forms(other)):
        yield Likeness.OTHER_FORM
    if not _spellings(one).isdisjoint(_spellings(other)):
        yield Likeness.ROMAN
        return
    for here, there in product(_latin(one), _latin(other)):
        if is_part_of(spelled(here), spelled(there)):
            yield Likeness.NAME_PART
        elif are_near(spelled(here), spelled(there)):
            yield Likeness.ROMAN_NEAR


def _kana(one: str, other: str) -> Iterator[Likeness]:
    here, there = sounding_words(one), sounding_words(other)
    if one and plain_kana(one) == plain_kana(other):
        yield Likeness.KANA
    elif sound_alike(one, other):
        yield Likeness.KANA_ALIKE
    elif are_near(here, there):
        yield Likeness.KANA_NEAR
    elif is_part_of(here, there):
        yield Likeness.NAME_PART


def _against(one: Described, other: Described, names: frozenset[Likeness]) -> Iterator[Likeness]:
    """Of two who have no whole name in common, the given name decides; of two with one フリガナ, the kanji speak."""
    is_kanji = one.official and other.official and not (is_latin(one.official) or is_latin(other.official))
    if Likeness.KANA in names and is_kanji and names.isdisjoint({Likeness.OFFICIAL, Likeness.OTHER_FORM}):
        yield Likeness.KANJI_DIFFERS
    here, there = sounding_words(one.kana), sounding_words(other.kana)
    if names.isdisjoint(_OF_NAMES) and len(here) > 1 and len(there) > 1:
        if here[-1] == there[-1]:
            yield Likeness.GIVEN_ALONE
        elif here[0] == there[0]:
            yield Likeness.GIVEN_DIFFERS


def _birth(one: date, other: date) -> Iterator[Likeness]:
    first, second = sorted((one, other))
    yield near_births(first).get(second, Likeness.BIRTH_DIFFERS)


def _rest(one: Described, other: Described) -> Iterator[Likeness]:
    if one.sex and other.sex and one.sex != other.sex:
        yield Likeness.SEX_DIFFERS
    if one.phone and one.phone == other.phone:
        yield Likeness.PHONE
    if one.address and _lot(one.address) == _lot(other.address):
        yield Likeness.ADDRESS


def _latin(one: Described) -> tuple[str, ...]:
    return tuple(form for form in (one.official, one.roman, one.alias, one.native) if is_latin(form))


def _spellings(one: Described) -> frozenset[str]:
    return frozenset().union(*(orders(form) for form in _latin(one)))


def _forms(one: Described) -> frozenset[str]:
    """Every form that stands in letters: 氏名, 母語の表記, 通称名."""
    return frozenset(written(form) for form in (one.official, one.native, one.alias)) - {""}


@lru_cache(maxsize=65536)
def _lot(address: str) -> str:
    return _LOT.sub("", unicodedata.normalize("NFKC", address))
