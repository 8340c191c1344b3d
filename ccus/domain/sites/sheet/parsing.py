"""一行の読み取り: texts of a row become an entry, as far as they can be read; what cannot is named by field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ccus.domain.sites.rules import readable
from ccus.domain.sites.sheet.columns import LABELS
from ccus.domain.sites.work import Lists, Work
from ccus.foundation.entry import dates
from ccus.foundation.entry.block import Field, Kind
from ccus.foundation.identifiers import read_number
from ccus.foundation.japanese import half_width, tidy
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal

Texts = Mapping[str, str]
Words = Mapping[str, list[str]]
"""What somebody may write → the codes that it can mean."""
_DAYS = ("from_on", "until_on", "entered_on", "educated_on")
_MANY = re.compile(r"[、,;；\n]+")


class NotUnderstood(Refusal):
    """読み取れないセル: not in the list, or missing (SITE-28)."""


@dataclass(slots=True)
class Parsed:
    """読み取った行: `work` and `from_on` None where something of them could not be read; faults by field."""

    number: str = ""
    work: Work | None = None
    from_on: date | None = None
    until_on: date | None = None
    faults: dict[str, str] = field(default_factory=dict)

    def note(self, refusal: Refusal) -> None:
        """Keep the first thing that is wrong with a field."""
        self.faults.setdefault(refusal.field or "number", refusal.sentence)


def vocabulary(lists: Lists) -> dict[str, Words]:
    """What people may write for each list, made once for many rows."""
    known = {
        "trade": lists.trades,
        "position": lists.positions,
        "hazards": lists.hazards,
        "special_checks": lists.special_checks,
        "qualifications": lists.qualifications,
    }
    return {name: _words(labels) for name, labels in known.items()}


def parse(texts: Texts, known: Mapping[str, Words], *, today: date, own: Sequence[str] = ()) -> Parsed:
    """Read a row. `own`: the worker's trades, the main one first: it stands for a 職種 that is empty, and of trades
    with one name the own is meant. The 末日 is the last day, as people write it.
    """
    read = Parsed()
    try:
        read.number = read_number(texts.get("number", ""), label=LABELS["number"], field="number")
    except Refusal as refusal:
        read.note(refusal)
    days = {name: _day(name, texts.get(name, ""), read, today) for name in _DAYS}
    last = days["until_on"]
    read.from_on, read.until_on = days["from_on"], last + ONE_DAY if last else None
    if read.from_on is None and "from_on" not in read.faults:
        read.note(
            NotUnderstood("名簿の初日が入力されていません。のせる最初の日を入力してください。", "from_on")
        )
    trade = _one("trade", texts.get("trade", ""), known["trade"], read, own=own)
    if not trade and own and not tidy(texts.get("trade", "")):
        trade = own[0]
    position = _one("position", texts.get("position", ""), known["position"], read)
    for name, code in (("trade", trade), ("position", position)):
        if not code and name not in read.faults:
            read.note(
                NotUnderstood(
                    f"{LABELS[name]}が入力されていません。一覧にある{LABELS[name]}を入力してください。", name
                )
            )
    content = _content(texts.get("work_content", ""), read)
    hazards, checks, held = (
        _several(name, texts.get(name, ""), known[name], read)
        for name in ("hazards", "special_checks", "qualifications")
    )
    if trade and position:
        read.work = Work(
            trade, position, content, hazards, checks, held, days["entered_on"], days["educated_on"]
        )
    return read


def _content(text: str, read: Parsed) -> str:
    try:
        return readable(text, "work_content", may_be_empty=True)
    except Refusal as refusal:
        read.note(refusal)
        return ""


def _day(name: str, text: str, read: Parsed, today: date) -> date | None:
    if not tidy(text):
        return None
    try:
        return dates.day(Field(name, LABELS[name], Kind.DATE), text, today=today)
    except Refusal as refusal:
        read.note(refusal)
        return None


def _one(name: str, text: str, words: Words, read: Parsed, own: Sequence[str] = ()) -> str:
    typed = tidy(text)
    if not typed:
        return ""
    codes = words.get(_same(typed), [])
    code = next((each for each in codes if each in own), codes[0] if codes else None)
    if code is None:
        read.note(
            NotUnderstood(
                f"{LABELS[name]}（{typed[:20]}）は、一覧にありません。一覧にある言葉で入力してください。",
                name,
            )
        )
    return code or ""


def _several(name: str, text: str, words: Words, read: Parsed) -> tuple[str, ...]:
    typed = [part for part in map(tidy, _MANY.split(text)) if part and part not in {"-", "ー", "なし", "無"}]
    return tuple(dict.fromkeys(code for part in typed if (code := _one(name, part, words, read))))


def _same(text: str) -> str:
    return half_width(text).replace(" ", "").lower()


def _words(labels: Mapping[str, str]) -> Words:
    found: dict[str, list[str]] = {}
    for code, label in labels.items():
        for word in dict.fromkeys((_same(code), _same(label))):
            found.setdefault(word, []).append(code)
    return found
