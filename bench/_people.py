"""作り話の人: invented people who register, and the same people as they register once more."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from bench import _names as names
from ccus.domain.workers.matching import Described

SCRIPTS = ("kanji", "kana", "latin")
MISTYPED, MOVED, OTHER_PHONE, WRONG_SEX = 0.15, 0.4, 0.45, 0.01
"""How often whoever registers again mistypes the birth date, has moved, has another telephone, is ticked wrongly."""


@dataclass(frozen=True, slots=True)
class Person:
    """作り話の人. `family` and `given`: kanji (abroad the フリガナ otherwise), フリガナ, ローマ字."""

    script: str
    family: tuple[str, str, str]
    given: tuple[str, str, str]
    sex: str
    born: date
    phone: str
    place: tuple[str, int, int, int]
    seen: Described = field(default=Described(0, date.min))


def somebody(chance: Random, script: str) -> Person:
    """Anybody."""
    if script == "latin" or (script == "kana" and chance.random() < 0.5):
        words, givens, (kana, otherwise) = chance.choice(names.ABROAD)
        given, given_kana, given_otherwise = chance.choice(givens)
        family, last = (otherwise, kana, " ".join(words)), (given_otherwise, given_kana, given)
        sex = chance.choice(("male", "female"))
    else:
        family = chance.choice(names.FAMILIES)
        *last_words, sex = chance.choice(names.GIVENS)
        last = (last_words[0], last_words[1], last_words[2])
    born = date(1955, 1, 1) + timedelta(days=chance.randrange(50 * 365))
    return described(Person(script, family, last, sex, born, phone(chance), place(chance)))


def phone(chance: Random) -> str:
    """A number nobody else has."""
    return f"+8190{chance.randrange(10**8):08}"


def place(chance: Random) -> tuple[str, int, int, int]:
    """An address."""
    return chance.choice(names.TOWNS), chance.randint(1, 9), chance.randint(1, 40), chance.randint(1, 30)


def described(person: Person) -> Person:
    """What the register says when everything is written carefully."""
    kana = f"{person.family[1]} {person.given[1]}"
    roman = f"{person.family[2]} {person.given[2]}"
    official = {"kanji": f"{person.family[0]} {person.given[0]}", "kana": kana, "latin": roman}[person.script]
    seen = Described(
        0,
        person.born,
        official=official,
        kana=kana,
        roman=roman if person.script == "latin" else "",
        sex=person.sex,
        phone=person.phone,
        address="{}{}丁目{}番{}号".format(*person.place),
    )
    return replace(person, seen=seen)


def again(chance: Random, person: Person) -> Described:
    """The same person, registering once more years later, by another hand."""
    seen = _BY_SCRIPT[person.script](chance, person)
    if chance.random() < MISTYPED:
        seen = seen._replace(birth_on=_mistyped(chance, person.born))
    if chance.random() < OTHER_PHONE:
        seen = seen._replace(phone=phone(chance))
    if chance.random() < MOVED:
        seen = seen._replace(address="{}{}-{}-{}".format(*place(chance)))
    elif chance.random() < 0.5:
        seen = seen._replace(address="{}{}－{}－{}".format(*person.place))
    if chance.random() < WRONG_SEX:
        seen = seen._replace(sex={"male": "female", "female": "male"}[person.sex])
    return seen


def _in_kanji(chance: Random, person: Person) -> Described:
    seen = person.seen
    if chance.random() < 0.7:
        seen = seen._replace(official=_other_letters(chance, seen.official))
    if chance.random() < 0.35:
        seen = seen._replace(kana=_other_kana(chance, seen.kana))
    if chance.random() < 0.06 and person.given[0] in names.OTHER_KANJI:
        seen = seen._replace(official=f"{person.family[0]} {names.OTHER_KANJI[person.given[0]]}")
    if person.sex == "female" and chance.random() < 0.2:
        seen = _married(chance, person)
    return seen._replace(official=seen.official.replace(" ", chance.choice((" ", "", "　"))))


def _married(chance: Random, person: Person) -> Described:
    family = chance.choice(names.FAMILIES)
    alias = f"{person.family[0]} {person.given[0]}" if chance.random() < 0.5 else ""
    renamed = described(replace(person, family=family)).seen
    return renamed._replace(alias=alias)


def _in_kana(chance: Random, person: Person) -> Described:
    kana = _other_kana(chance, person.seen.kana)
    if person.family[0] != person.family[2] and chance.random() < 0.3 and not _is_kanji(person.family[0]):
        kana = f"{person.family[0]} {person.given[0]}"
    if chance.random() < 0.15:
        words = kana.split(" ")
        kana = " ".join([*words[1:], words[0]])
    if chance.random() < 0.1:
        kana = _slip(chance, kana, "アカサタナハマヤラワン")
    return person.seen._replace(official=kana, kana=kana)


def _in_latin(chance: Random, person: Person) -> Described:
    words = f"{person.family[2]} {person.given[2]}"
    for change, share in _LATIN_CHANGES:
        if chance.random() < share:
            words = change(chance, words)
    kana = f"{person.family[0]} {person.given[0]}" if chance.random() < 0.5 else person.seen.kana
    native = _accented(words) if chance.random() < 0.3 else ""
    roman = words if chance.random() < 0.6 else ""
    return person.seen._replace(official=words, roman=roman, native=native, kana=kana)


_BY_SCRIPT: dict[str, Callable[[Random, Person], Described]] = {
    "kanji": _in_kanji,
    "kana": _in_kana,
    "latin": _in_latin,
}


def _rotated(chance: Random, words: str) -> str:
    parts = words.split(" ")
    cut = chance.randrange(len(parts))
    return " ".join(parts[cut:] + parts[:cut])


def _shortened(chance: Random, words: str) -> str:
    """Without a middle name, or with its initial."""
    parts = words.split(" ")
    if len(parts) < 3:
        return words
    middle = chance.randrange(1, len(parts) - 1)
    kept = [parts[middle][0]] if chance.random() < 0.3 else []
    return " ".join([*parts[:middle], *kept, *parts[middle + 1 :]])


def _joined(_chance: Random, words: str) -> str:
    return words.replace("-", "").replace("DELA ", "DELA")


def _slipped(chance: Random, words: str) -> str:
    return _slip(chance, words, "AEINORSTU")


def _accented(words: str) -> str:
    return " ".join(names.ACCENTED.get(word, word.title()) for word in words.split(" "))


def _cased(_chance: Random, words: str) -> str:
    return _accented(words)


_LATIN_CHANGES: Sequence[tuple[Callable[[Random, str], str], float]] = (
    (_slipped, 0.06),
    (_shortened, 0.15),
    (_joined, 0.5),
    (_rotated, 0.35),
    (_cased, 0.3),
)


def _other_letters(chance: Random, name: str) -> str:
    return "".join(names.OLD_FORMS.get(c, c) if chance.random() < 0.8 else c for c in name)


def _other_kana(chance: Random, kana: str) -> str:
    for here, there in names.KANA_OTHERWISE:
        if here in kana and chance.random() < 0.4:
            kana = kana.replace(here, there, 1)
    if chance.random() < 0.15:
        kana = kana.replace(" ", "")
    return _half_width(kana) if chance.random() < 0.15 else kana


def _half_width(kana: str) -> str:
    narrow = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)}
    narrow |= {"\u3099": "ﾞ", "\u309a": "ﾟ"}
    return "".join(narrow.get(c, c) for c in unicodedata.normalize("NFD", kana))


def _slip(chance: Random, text: str, letters: str) -> str:
    at = chance.choice([n for n, letter in enumerate(text) if letter.isalpha()])
    return text[:at] + chance.choice(("", chance.choice(letters))) + text[at + 1 :]


def _mistyped(chance: Random, born: date) -> date:
    digits = f"{born:%Y%m%d}"
    at = chance.randrange(2, 8)
    tries = [
        digits[:at] + str(chance.randrange(10)) + digits[at + 1 :],
        digits[:4] + digits[6:] + digits[4:6],
        digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :],
        f"{born.year + chance.choice((-1, 1))}{digits[4:]}",
    ]
    wrong = chance.choice(tries)
    try:
        return date(int(wrong[:4]), int(wrong[4:6]), int(wrong[6:]))
    except ValueError:
        return born + timedelta(days=chance.choice((-1, 1)))


def _is_kanji(text: str) -> bool:
    return any("CJK" in unicodedata.name(c, "") for c in text)
