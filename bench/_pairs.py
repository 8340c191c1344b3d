"""作り話の組: pairs of registrations of which it is known whether they are one person's, from a seed and by hand."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench import _names as names
from bench._people import SCRIPTS, Person, again, described, phone, place, somebody
from ccus.domain.workers.matching import Described

HARD = Path(__file__).with_name("hard_pairs.csv")
SEED, INVENTED = 20261120, 3000


@dataclass(frozen=True, slots=True)
class Pair:
    """二件の登録. `why` says what the pair is: for whoever reads what went wrong."""

    one: Described
    other: Described
    is_same: bool
    script: str
    why: str


def labelled(seed: int = SEED, count: int = INVENTED) -> tuple[list[Pair], list[Pair]]:
    """The pairs in two halves, by the seed: by the first weights are chosen, the second checks them."""
    chance = Random(seed)
    pairs = [*invented(chance, count), *by_hand()]
    chance.shuffle(pairs)
    half = len(pairs) // 2
    return pairs[:half], pairs[half:]


def invented(chance: Random, count: int) -> Iterator[Pair]:
    """As many pairs of one person as of two, in every script."""
    others = list(_OTHERS.items())
    for nth in range(count):
        script = SCRIPTS[nth % len(SCRIPTS)]
        person = somebody(chance, script)
        if nth // len(SCRIPTS) % 2:
            yield Pair(person.seen, again(chance, person), True, script, "once more")
        else:
            why, other = others[nth // (2 * len(SCRIPTS)) % len(others)]
            yield Pair(person.seen, again(chance, other(chance, person)), False, script, why)


def by_hand() -> Iterator[Pair]:
    """The hard ones, written by people."""
    with HARD.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one, other = _read(row, "1"), _read(row, "2")
            yield Pair(one, other, row["same"] == "same", row["script"], row["why"])


def _read(row: dict[str, str], which: str) -> Described:
    texts = {
        name: row[name + which] for name in ("official", "kana", "roman", "alias", "sex", "phone", "address")
    }
    return Described(0, date.fromisoformat(row["born" + which]), **texts)


def _namesake(chance: Random, person: Person) -> Person:
    """The same name, born another day."""
    return described(replace(person, born=_another_day(chance), phone=phone(chance), place=place(chance)))


def _twin(chance: Random, person: Person) -> Person:
    """Born together, living together, half of them with one telephone."""
    number = person.phone if chance.random() < 0.5 else phone(chance)
    return described(replace(_renamed(chance, person), phone=number))


def _parent(chance: Random, person: Person) -> Person:
    """A generation apart under one roof; some sons are called as their fathers, in other letters."""
    born = person.born + timedelta(days=chance.randrange(20 * 365, 40 * 365))
    child = (
        replace(person, born=born) if chance.random() < 0.4 else replace(_renamed(chance, person), born=born)
    )
    if child.given[0] in names.OTHER_KANJI and person.script == "kanji":
        child = replace(child, given=(names.OTHER_KANJI[child.given[0]], *child.given[1:]))
    return described(child)


def _sibling(chance: Random, person: Person) -> Person:
    born = person.born + timedelta(days=chance.randrange(300, 3000))
    return described(replace(_renamed(chance, person), born=born))


def _on_one_birthday(chance: Random, person: Person) -> Person:
    return described(replace(somebody(chance, person.script), born=person.born))


def _family_on_one_birthday(chance: Random, person: Person) -> Person:
    """The same family name and birthday by chance."""
    return described(replace(_renamed(chance, person), phone=phone(chance), place=place(chance)))


def _in_one_dormitory(chance: Random, person: Person) -> Person:
    """One address, and the telephone of the employer."""
    return described(replace(somebody(chance, person.script), phone=person.phone, place=person.place))


def _countryman(chance: Random, person: Person) -> Person:
    """The same family name in one dormitory, born within a year."""
    born = person.born + timedelta(days=chance.randrange(20, 360))
    return described(replace(_renamed(chance, person), born=born))


def _stranger(chance: Random, person: Person) -> Person:
    return somebody(chance, person.script)


_OTHERS: dict[str, Callable[[Random, Person], Person]] = {
    "namesake": _namesake,
    "twin": _twin,
    "parent and child": _parent,
    "sibling": _sibling,
    "one birthday": _on_one_birthday,
    "one family name and birthday": _family_on_one_birthday,
    "one dormitory": _in_one_dormitory,
    "countryman in one dormitory": _countryman,
    "stranger": _stranger,
}


def _renamed(chance: Random, person: Person) -> Person:
    """Another given name of the same family."""
    abroad = next((givens for words, givens, _ in names.ABROAD if " ".join(words) == person.family[2]), None)
    choices: Sequence[tuple[str, str, str]] = (
        [(otherwise, kana, roman) for roman, kana, otherwise in abroad]
        if abroad
        else [(kanji, kana, roman) for kanji, kana, roman, sex in names.GIVENS if sex == person.sex]
    )
    return replace(person, given=chance.choice([given for given in choices if given != person.given]))


def _another_day(chance: Random) -> date:
    return date(1955, 1, 1) + timedelta(days=chance.randrange(50 * 365))
