"""結果の一行: what a page of results shows of somebody. Pure but for the words of code lists."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ccus.domain.cards.faces import label as card_label
from ccus.domain.disclosure.people import name_of
from ccus.domain.disclosure.reading import HIDDEN, WorkerSeen, is_hidden
from ccus.domain.disclosure.terms import Relation
from ccus.domain.searching.criteria import Criteria, listed
from ccus.domain.workers import options
from ccus.domain.workers.terms import Item

CLOSED = str(HIDDEN)
NOTHING = "登録なし"


@dataclass(frozen=True, slots=True)
class Answer:
    """条件への答え: 非公開 where it is closed, 登録なし where nothing is registered."""

    label: str
    words: str

    @property
    def is_closed(self) -> bool:
        """Whether it says 非公開."""
        return self.words == CLOSED


@dataclass(frozen=True, slots=True)
class Row:
    """結果の一行; `name` is empty where it is not shown. `fits`: everything asked is open and answers."""

    number: str
    kana: str
    name: str
    card: str
    trade: str
    is_own: bool
    fits: bool
    answers: tuple[Answer, ...]


def items_of(criteria: Criteria) -> frozenset[Item]:
    """What a page of results reads: the name, and what was asked."""
    return frozenset({Item.CARD, Item.NAME, *criteria.items})


def row_of(seen: WorkerSeen, criteria: Criteria, *, fits: bool) -> Row:
    """The row of somebody who was found."""
    return Row(
        number=seen.number,
        kana=seen.kana,
        name=name_of(seen),
        card=card_label(seen.card_colour),
        trade=seen.main_trade,
        is_own=seen.relation is Relation.EMPLOYER,
        fits=fits,
        answers=tuple(
            Answer(label, read(seen, criteria))
            for names, label, read in _ANSWERS
            if any(getattr(criteria, name) for name in names)
        ),
    )


def _first(seen: WorkerSeen, key: str, field: str) -> str:
    """A value of the first row of a 区分."""
    if is_hidden(seen.blocks[key]):
        return CLOSED
    rows = seen.shown[key]
    value = rows[0].values.get(field) if rows else None
    return NOTHING if value in {None, ""} else str(value)


def _held(seen: WorkerSeen, criteria: Criteria) -> str:
    keys = ("core", "qualifications")
    if any(is_hidden(seen.blocks[key]) for key in keys):
        return CLOSED
    held = {row.values.get("qualification") for key in keys for row in seen.shown[key]}
    return "あり" if criteria.qualification in held else NOTHING


def _prefecture(seen: WorkerSeen, _: Criteria) -> str:
    code = _first(seen, "contact", "prefecture")
    return code if code in {CLOSED, NOTHING} else options.label("prefecture", code)


def _trades(seen: WorkerSeen, _: Criteria) -> str:
    if is_hidden(seen.blocks["trades"]):
        return CLOSED
    codes = [code for row in seen.shown["trades"] for code in row.values.values() if code]
    return "、".join(options.label("trade", str(code)) for code in codes) or NOTHING


def _years(seen: WorkerSeen, _: Criteria) -> str:
    years = _first(seen, "experience", "years")
    return f"{years}年" if years.isdigit() else years


def _born(seen: WorkerSeen, _: Criteria) -> str:
    return CLOSED if is_hidden(seen.birth_year) else f"{seen.birth_year}年"


_ANSWERS: tuple[tuple[tuple[str, ...], str, Callable[[WorkerSeen, Criteria], str]], ...] = (
    (("qualification",), "資格", _held),
    (("prefecture",), "都道府県", _prefecture),
    (("skill",), "職種", _trades),
    (("years",), "経験", _years),
    (("born_from", "born_until"), "生まれた年", _born),
)
_LISTS: Mapping[str, tuple[str, str]] = {
    "prefecture": ("住んでいる都道府県", "prefecture"),
    "qualification": ("保有資格", "held"),
    "skill": ("職種", "trade"),
}


def choice_words(criterion: str) -> tuple[str, dict[str, str]]:
    """The heading of a criterion beside which numbers stand, and the words of its codes."""
    heading, name = _LISTS[criterion]
    return heading, {option.value: option.label for option in listed(name)}
