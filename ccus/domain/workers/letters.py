"""字の形: what people write for one name, brought to one form (SAME-18). Pure."""

import re
import unicodedata
from functools import lru_cache
from itertools import permutations

from ccus.domain.workers.old_letters import ONE_FORM

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
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LONG_ROMAN = re.compile("O[UOH]|UU|AA|II|EE")
_KUNREI = (
    (re.compile("SHI"), "SI"),
    (re.compile("SH(?=[AUO])"), "SY"),
    (re.compile("CHI"), "TI"),
    (re.compile("CH(?=[AUO])"), "TY"),
    (re.compile("TSU|DZU|DU"), "TU"),
    (re.compile("FU"), "HU"),
    (re.compile("JI|DI"), "ZI"),
    (re.compile("J(?=[AUO])"), "ZY"),
    (re.compile("^J$"), "Z"),
    (re.compile("M(?=[BMP])"), "N"),
)
_LETTERS_OF_THEIR_OWN = str.maketrans(
    {"Đ": "D", "đ": "d", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "ß": "ss", "Æ": "AE", "æ": "ae"}
)
_JOINS = re.compile("[-‐‑'’`ʼ]")
_MOST_WORDS = 5


@lru_cache(maxsize=65536)
def plain_kana(kana: str) -> str:
    """フリガナ in full width, without spaces."""
    return unicodedata.normalize("NFKC", kana).replace(" ", "")


@lru_cache(maxsize=65536)
def sounds(kana: str) -> str:
    """読みの形: small kana, long vowels and voiced doubles that people write in more than one way.

    >>> sounds("オオノ ショウイチ") == sounds("オーノ　シヨイチ")
    True
    """
    return _LENGTHENED.sub("", plain_kana(kana).replace("ング", "ン").translate(_SMALL).translate(_LONG))


def sound_alike(one: str, other: str) -> bool:
    """Whether two フリガナ are read alike: the small ッ is left out, or written large; words in any order.

    >>> sound_alike("ハットリ", "ハツトリ"), sound_alike("ドゥック", "ドゥク"), sound_alike("マツキ", "マキ")
    (True, True, False)
    """
    whole = {sounds(one), sounds(one.replace("ッ", ""))}, {sounds(other), sounds(other.replace("ッ", ""))}
    return not whole[0].isdisjoint(whole[1]) or sorted(sounding_words(one)) == sorted(sounding_words(other))


@lru_cache(maxsize=65536)
def sounding_words(kana: str) -> tuple[str, ...]:
    """The words of a フリガナ, each as it sounds, in their order."""
    words = re.split(r"[\s・]+", unicodedata.normalize("NFKC", kana).replace("ッ", "").strip())
    return tuple(filter(None, map(sounds, words)))


@lru_cache(maxsize=65536)
def written(name: str) -> str:
    """字の形: 旧字体, 異体字 and letters with selectors as far as they have one common form, without spaces.

    >>> written("髙﨑 一郎") == written("高崎一郎")
    True
    """
    bare = _SELECTORS.sub("", unicodedata.normalize("NFKC", name))
    return re.sub(r"[\s・]", "", bare.translate(ONE_FORM)).casefold()


@lru_cache(maxsize=65536)
def spelled(roman: str) -> tuple[str, ...]:
    """つづり: the words in any order, without accents and long vowels, 訓令式 and ヘボン式 alike.

    >>> spelled("SATOU TAROSHI") == spelled("Tarosi Sato")
    True
    """
    if not is_latin(roman):
        return ()
    letters = unicodedata.normalize("NFKD", _JOINS.sub("", roman.translate(_LETTERS_OF_THEIR_OWN)))
    bare = "".join(c if c.isalpha() else " " for c in letters if not unicodedata.combining(c)).upper()
    return tuple(sorted(_one_way(word) for word in bare.split()))


@lru_cache(maxsize=65536)
def orders(roman: str) -> frozenset[str]:
    """The words written together, in every order: a name that was split elsewhere has one of them in common."""
    words = spelled(roman)
    if len(words) > _MOST_WORDS:
        return frozenset({"".join(words)})
    return frozenset("".join(order) for order in permutations(words)) - {""}


@lru_cache(maxsize=65536)
def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(c, "") for c in letters)


def _one_way(word: str) -> str:
    word = _LONG_ROMAN.sub(lambda found: found[0][0], word)
    for pattern, letters in _KUNREI:
        word = pattern.sub(letters, word)
    return word
