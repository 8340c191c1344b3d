"""似ている二人: why two registered workers may be one person, in words with a weight (SAME-01). Pure."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ccus.domain.workers.births import near_births
from ccus.domain.workers.terms import Likeness

SUSPECTED, STRONGLY = 5, 8
_SMALL = str.maketrans("ァィゥェォッャュョヮヵヶヂヅヲヴ", "アイウエオツヤユヨワカケジズオブ")
_LONG = str.maketrans("", "", "ー・･ -.,'’")
_ROWS = {
    "オ": ("オコソトノホモヨロゴゾドボポ", "ウオ"),
    "ウ": ("ウクスツヌフムユルグズブプ", "ウ"),
    "エ": ("エケセテネヘメレゲゼデベペ", "イエ"),
    "イ": ("イキシチニヒミリギジビピ", "イ"),
    "ア": ("アカサタナハマヤラワガザダバパ", "ア"),
}
_LENGTHENED = re.compile("|".join(f"(?<=[{row}])[{vowels}]+" for row, vowels in _ROWS.values()))
_OLD = str.maketrans(
    "髙﨑𠮷邊邉齋齊斎澤濵濱櫻廣國眞惠德瀨黑榮嶋嶌龍渡", "高崎吉辺辺斉斉斉沢浜浜桜広国真恵徳瀬黒栄島島竜渡"
)
_LONG_ROMAN = re.compile("O[UOH]|UU|AA|II|EE")
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
    Likeness.KANA_ALIKE: 2,
    Likeness.OFFICIAL: 3,
    Likeness.OTHER_FORM: 2,
    Likeness.ROMAN: 2,
    Likeness.BIRTH: 3,
    Likeness.BIRTH_DIGIT: 2,
    Likeness.BIRTH_SWAPPED: 2,
    Likeness.BIRTH_BESIDE: 2,
    Likeness.SEX_DIFFERS: -3,
    Likeness.PHONE: 3,
    Likeness.ADDRESS: 2,
}
_NAMED = frozenset(
    {Likeness.KANA, Likeness.KANA_ALIKE, Likeness.OFFICIAL, Likeness.OTHER_FORM, Likeness.ROMAN}
)


class Compared(NamedTuple):
    """見くらべた結果: the points, the heaviest first."""

    points: tuple[Point, ...]

    @property
    def weight(self) -> int:
        """重み: the sum of the points."""
        return sum(point.weight for point in self.points)

    @property
    def is_suspected(self) -> bool:
        """疑い: whether the office should look."""
        return self.weight >= SUSPECTED

    @property
    def is_strong(self) -> bool:
        """強い疑い: never where no form of the name is alike, which twins have."""
        return self.weight >= STRONGLY and any(point.likeness in _NAMED for point in self.points)


def compare(one: Described, other: Described) -> Compared:
    """見くらべる. The order of the two does not matter."""
    found = (*_names(one, other), *_birth(one.birth_on, other.birth_on), *_rest(one, other))
    points = [Point(likeness, _WEIGHTS[likeness]) for likeness in found]
    return Compared(tuple(sorted(points, key=lambda point: (-point.weight, point.likeness))))


def _names(one: Described, other: Described) -> Iterator[Likeness]:
    if _kana(one.kana) == _kana(other.kana):
        yield Likeness.KANA
    elif sounds(one.kana) == sounds(other.kana):
        yield Likeness.KANA_ALIKE
    if one.official and written(one.official) == written(other.official):
        yield Likeness.OFFICIAL
    elif not _forms(one).isdisjoint(_forms(other)):
        yield Likeness.OTHER_FORM
    if one.roman and spelled(one.roman) == spelled(other.roman):
        yield Likeness.ROMAN


def _birth(one: date, other: date) -> Iterator[Likeness]:
    first, second = sorted((one, other))
    likeness = near_births(first).get(second) or near_births(second).get(first)
    if likeness:
        yield likeness


def _rest(one: Described, other: Described) -> Iterator[Likeness]:
    if one.sex and other.sex and one.sex != other.sex:
        yield Likeness.SEX_DIFFERS
    if one.phone and one.phone == other.phone:
        yield Likeness.PHONE
    if one.address and _lot(one.address) == _lot(other.address):
        yield Likeness.ADDRESS


@lru_cache(maxsize=4096)
def _kana(kana: str) -> str:
    return unicodedata.normalize("NFKC", kana).replace(" ", "")


@lru_cache(maxsize=4096)
def sounds(kana: str) -> str:
    """読みの形: small kana, long vowels and voiced doubles that people write in more than one way.

    >>> sounds("オオノ ショウイチ") == sounds("オーノ　シヨイチ")
    True
    """
    return _LENGTHENED.sub("", _kana(kana).translate(_SMALL).translate(_LONG))


@lru_cache(maxsize=4096)
def written(name: str) -> str:
    """字の形: 旧字体 as far as they have one common form, without spaces.

    >>> written("髙﨑 一郎") == written("高崎一郎")
    True
    """
    return unicodedata.normalize("NFKC", name).translate(_OLD).replace(" ", "").casefold()


@lru_cache(maxsize=4096)
def spelled(roman: str) -> tuple[str, ...]:
    """つづり: the words in any order, without accents and long vowels.

    >>> spelled("SATOU TARO") == spelled("Taro Sato")
    True
    """
    if not roman:
        return ()
    letters = unicodedata.normalize("NFKD", roman)
    plain = "".join(c if c.isalpha() else " " for c in letters if not unicodedata.combining(c)).upper()
    return tuple(sorted(_LONG_ROMAN.sub(lambda found: found[0][0], word) for word in plain.split()))


def _forms(one: Described) -> frozenset[str]:
    """Every form that stands in letters: 氏名, 母語の表記, 通称名; a roman name may be the official one."""
    forms = {written(form) for form in (one.official, one.native, one.alias)}
    spellings = {"".join(spelled(form)) for form in (one.official, one.roman)}
    return frozenset((forms | spellings) - {""})


@lru_cache(maxsize=4096)
def _lot(address: str) -> str:
    return _LOT.sub("", unicodedata.normalize("NFKC", address))
