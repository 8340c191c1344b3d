"""検索の条件, as data: what everybody may see brings workers in, what is opened narrows (SEEK-01, SEEK-02)."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from django.utils.crypto import salted_hmac

from ccus.domain.cards.faces import looks
from ccus.domain.searching.rules import FEWEST_LETTERS
from ccus.domain.workers import options
from ccus.domain.workers.terms import Item
from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.entry.options import Option
from ccus.foundation.refusals import Refusal

_OLDEST, _YOUNGEST = 1900, 2099
_MOST_YEARS = 80


class KanaTooShort(Refusal):
    """短すぎるフリガナ (SEEK-01)."""


class YearsCrossed(Refusal):
    """生まれた年の前後: the first year lies behind the last."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """条件; nothing asked is empty, and 0 of numbers. `trade` is 主な職種, `skill` any 職種 that is opened."""

    number: str = ""
    kana: str = ""
    trade: str = ""
    colour: str = ""
    qualification: str = ""
    prefecture: str = ""
    skill: str = ""
    years: int = 0
    born_from: int = 0
    born_until: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether one of those that everybody may see is asked (SEEK-03)."""
        return bool(self.number or self.kana or self.trade or self.colour)

    @property
    def narrowing(self) -> tuple[str, ...]:
        """What narrows, by the opened item it rests on."""
        return tuple(name for name in NARROWING if getattr(self, name))

    @property
    def items(self) -> frozenset[Item]:
        """The items that the narrowing rests on."""
        return frozenset(NARROWING[name] for name in self.narrowing)

    def asked(self) -> dict[str, str]:
        """As an address names them: only what is asked."""
        return {name: str(value) for name, value in asdict(self).items() if value}


NARROWING: Mapping[str, Item] = {
    "qualification": Item.QUALIFICATIONS,
    "prefecture": Item.CONTACT,
    "skill": Item.TRADES,
    "years": Item.TRADES,
    "born_from": Item.BIRTH_YEAR,
    "born_until": Item.BIRTH_YEAR,
}
"""Criterion → the item of which only what is opened counts (SEEK-02)."""


def _long_enough(values: Values) -> None:
    kana = str(values.get("kana") or "")
    if kana and len(kana.replace(" ", "")) < FEWEST_LETTERS:
        raise KanaTooShort(
            f"フリガナが1文字です（{kana}）。{FEWEST_LETTERS}文字以上を入力してください。", "kana"
        )


def _in_order(values: Values) -> None:
    first, last = values.get("born_from"), values.get("born_until")
    if first and last and int(first) > int(last):
        raise YearsCrossed(
            f"{first}年から{last}年まで、になっています。前後を確かめてください。", "born_from"
        )


ALWAYS = Block(
    "always",
    "だれにでも見える情報",
    (
        Field("trade", "主な職種", Kind.CHOICE, choices="trade"),
        Field("colour", "カードの色", Kind.CHOICE, choices="colour"),
        Field(
            "kana", "フリガナ", Kind.KANA, longest=40, help="はじめの2文字から。ひらがなでも入力できます。"
        ),
        Field("number", "技能者ID", Kind.ID14, help="14桁。分かるときは、これだけでさがします。"),
    ),
    check=_long_enough,
)
OPENED = Block(
    "opened",
    "開示している情報",
    (
        Field("qualification", "保有資格", Kind.CHOICE, choices="held"),
        Field("prefecture", "住んでいる都道府県", Kind.CHOICE, choices="prefecture"),
        Field("skill", "職種（主な職種のほかも）", Kind.CHOICE, choices="trade"),
        Field("years", "経験年数（年以上）", Kind.NUMBER, most=_MOST_YEARS),
        Field("born_from", "生まれた年（から）", Kind.NUMBER, least=_OLDEST, most=_YOUNGEST, help="西暦。"),
        Field("born_until", "生まれた年（まで）", Kind.NUMBER, least=_OLDEST, most=_YOUNGEST, help="西暦。"),
    ),
    check=_in_order,
)


def listed(name: str) -> tuple[Option, ...]:
    """選択肢 of a list that the criteria name. Raises KeyError."""
    if name == "colour":
        return tuple(Option(look.code, look.label) for look in looks().values())
    if name == "held":
        return (*options.options("core_qualification"), *options.options("qualification"))
    return options.options(name)


def criteria_of(values: Values) -> Criteria:
    """The criteria that the two blocks read; beside a 技能者ID no other, so that nobody is asked about by
    what keeps one person out, which would leave no row (SEEK-02).
    """
    number = str(values.get("number") or "")
    if number:
        return Criteria(number=number)
    return Criteria(**{name: value for name, value in values.items() if value})  # type: ignore[arg-type]


def digest_of(criteria: Criteria) -> str:
    """A mark of the same criteria that does not say which; whom a company looked up is nobody's list."""
    words = "\0".join(f"{name}={value}" for name, value in sorted(criteria.asked().items()))
    return salted_hmac("ccus.searching.digest", words, algorithm="sha256").hexdigest()


def sentences(criteria: Criteria) -> Iterator[str]:
    """条件ごとの文: what each criterion does, in the order of the form."""
    words = dict(_words(criteria))
    for name in (field.name for field in (*ALWAYS.fields, *OPENED.fields)):
        if name in words and name in NARROWING:
            yield f"{words[name]}（開示している人だけを、しぼりました）。"
        elif name in words:
            yield f"{words[name]}。"
    if criteria.narrowing:
        yield "開示していない人は、しぼらずに、後ろに出します。"


def _words(criteria: Criteria) -> Iterator[tuple[str, str]]:
    """Criterion → what it asks for, in words."""
    told = {
        "trade": "主な職種が「{}」の人",
        "colour": "カードが「{}」の人",
        "kana": "フリガナが「{}」で始まる人",
        "number": "技能者IDが {} の人",
        "qualification": "「{}」を持つ人",
        "prefecture": "{}に住んでいる人",
        "skill": "職種に「{}」がある人",
        "years": "経験が{}年以上の人",
        "born_from": "{}年からあとに生まれた人",
        "born_until": "{}年までに生まれた人",
    }
    for block in (ALWAYS, OPENED):
        for field in block.fields:
            value = getattr(criteria, field.name)
            if value:
                yield field.name, told[field.name].format(_label(field, value))


def _label(field: Field, value: str | int) -> str:
    if not field.choices:
        return str(value)
    return next((option.label for option in listed(field.choices) if option.value == value), str(value))
