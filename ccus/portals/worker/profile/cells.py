"""値の見せ方: rows of registered facts as labels and words, the same for the page and the paper."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ccus.domain.workers import options
from ccus.domain.workers.blocks.catalogue import Registered
from ccus.foundation.entry.block import Field, Kind, Values
from ccus.foundation.entry.showing import show
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words
from ccus.portals.worker.profile.expiry import expiry_badge
from ccus.ui.badges import Badge

MAIN = Badge("主たる所属", "info", "check")


@dataclass(frozen=True, slots=True)
class Cell:
    """一つの値. `note` stands below the words, `picture` is the key of an image; no words: nothing is registered."""

    label: str
    words: str
    note: str = ""
    badge: Badge | None = None
    picture: str = ""
    is_image: bool = False

    @property
    def printed(self) -> str:
        """As a paper writes it."""
        aside = [words for words in (self.note, self.badge.word if self.badge else "") if words]
        return self.words + (f"（{'・'.join(aside)}）" if aside else "")


class Fact(Protocol):
    """登録情報の一行, as disclosure shows it."""

    @property
    def values(self) -> Values:
        """Every field of the block; of an affiliation `company_name` too."""

    @property
    def valid_from(self) -> date:
        """The first day."""


def facts_of(registered: Registered, row: Fact) -> tuple[Cell, ...]:
    """A fact as pairs of label and words: sources beside what they vouch for, nothing that was not asked."""
    block, values = registered.block, row.values
    return tuple(
        Cell(field.label, _words(field, values), note=_source(registered, field, values))
        for field in block.fields
        if field.name != registered.from_field
        and not field.name.endswith("_source")
        and field.kind != Kind.FILE
        and _is_about(registered, field, values)
    )


def line_of(registered: Registered, row: Fact, *, on: date) -> tuple[Cell, ...]:
    """A fact as one row of a table."""
    return tuple(
        _cell(registered, field, row.values, on=on)
        for field in registered.block.fields
        if field.kind != Kind.TICK and (field.name != "until" or row.values.get("until"))
    )


def since_of(registered: Registered, row: Fact) -> str:
    """Since when a fact holds, in words; empty where the fact has a field of its own for it."""
    is_silent = registered.from_field not in {"", "since"}
    return "" if is_silent else f"{date_words(row.valid_from)}から"


def _cell(registered: Registered, field: Field, values: Values, *, on: date) -> Cell:
    value = values.get(field.name)
    if field.kind == Kind.FILE:
        shown = show(field, value, label=options.label)
        return Cell(field.label, shown, picture=str(value or ""), is_image=True)
    if field.name == "company":
        badge = MAIN if values.get("is_main") else None
        return Cell("事業者", str(values["company_name"]), f"事業者ID {grouped(str(value))}", badge)
    if field.name == "qualification":
        return Cell(field.label, _words(field, values), kind_of(field, values))
    if field.name == registered.until_field and field.name == "expires":
        return Cell(field.label, _words(field, values) or "期限なし", badge=expiry_badge(value, on=on))
    return Cell(field.label, _words(field, values))


def kind_of(field: Field, values: Values) -> str:
    """資格の区分 of a row: the heading below which its 資格種別 is offered."""
    code = str(values.get(field.name) or "")
    return next((option.group for option in options.options(field.choices) if option.value == code), "")


def _words(field: Field, values: Values) -> str:
    return show(field, values.get(field.name), label=options.label)


def _source(registered: Registered, field: Field, values: Values) -> str:
    """よりどころ: the document a form of the name was taken from (DATA-03)."""
    name = f"{field.name}_source"
    if registered.block.key != "name" or not values.get(name):
        return ""
    return f"よりどころ：{_words(registered.block[name], values)}"


def _is_about(registered: Registered, field: Field, values: Values) -> bool:
    """Whether the field says something about this person, given or not."""
    if registered.block.key == "trades":
        return bool(values.get(field.name))
    if field.only_with is not None:
        name, wanted = field.only_with
        given = values.get(name)
        return given is True if wanted == "1" else given == wanted
    if field.name in {"residence_status", "residence_until"}:
        return values.get("nationality") != "JP"
    return field.name != "alias_on_card" or bool(values.get("alias"))
