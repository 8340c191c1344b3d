"""列の見出し: what the columns of a file are called, and how cells say what a form would (FIX-02)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from ccus.domain.corrections.catalogue import Realm, realm_of
from ccus.foundation.entry.block import Field, Kind, Values
from ccus.foundation.entry.showing import typed as as_typed
from ccus.foundation.japanese import half_width, tidy
from ccus.foundation.kept.catalogue import KeptBlock

OWNER, DOING, BASE = "owner", "doing", "base"
"""The columns beside the fields: whose row, what is done, which registered row."""
_TICKED = {"○", "〇", "◯", "レ", "✓", "✔", "はい", "有", "該当"}
_NOT_TICKED = {"×", "✕", "いいえ", "無", "非該当", "false", "0", "-"}
_NOISE = re.compile(r"[\s・･:：/／*＊※_-]")
_BRACKETS = re.compile("（[^）]*）")
_HEAD_ROWS = 20


def headings_of(side: str, block: str) -> dict[str, str]:
    """見出し: column → what it is called, in the order of the template; images are none of a file's."""
    realm = realm_of(side)
    fields = realm.blocks[block].block.fields
    return {
        OWNER: realm.number_label,
        DOING: "操作",
        BASE: "登録の番号",
        **{field.name: _heading(field) for field in fields if field.kind is not Kind.FILE},
    }


def head_of(side: str, block: str, rows: Sequence[Sequence[str]]) -> tuple[int | None, dict[str, int]]:
    """The row of headings (from 0; None where there is none) and column name → place (from 0).

    It is the one among the first rows that names the owner and most columns besides.
    """
    names = _names(side, block)
    best: tuple[int | None, dict[str, int]] = (None, {})
    for place, cells in enumerate(rows[:_HEAD_ROWS]):
        found: dict[str, int] = {}
        for at, cell in enumerate(cells):
            if (column := names.get(_plain(cell))) is not None:
                found.setdefault(column, at)
        if OWNER in found and len(found) > len(best[1]):
            best = place, found
    return best


def ignored_in(side: str, block: str, head: Sequence[str]) -> tuple[str, ...]:
    """Headings that are none of the block's: what stands below them is not read."""
    names = _names(side, block)
    return tuple(cell.strip() for cell in head if cell.strip() and _plain(cell) not in names)


def raw_of(realm: Realm, kept: KeptBlock, texts: Mapping[str, str], seen: Values) -> dict[str, str]:
    """What a form would have said: words become codes and ticks; what is left out stays as it was seen."""
    return {
        field.name: (
            _coded(realm, field, texts[field.name])
            if field.name in texts
            else as_typed(field, seen.get(field.name))
        )
        for field in kept.block.fields
    }


def _names(side: str, block: str) -> dict[str, str]:
    """Heading → column; what stands in brackets may be left out."""
    labels = headings_of(side, block)
    short = {_plain(_BRACKETS.sub("", label)): column for column, label in labels.items()}
    return short | {_plain(label): column for column, label in labels.items()}


def _heading(field: Field) -> str:
    return "事業者ID（所属先）" if field.name == "company" else field.label


def _coded(realm: Realm, field: Field, text: str) -> str:
    if field.kind is Kind.TICK:
        said = tidy(text).lower()
        return "1" if said in _TICKED else "" if said in _NOT_TICKED else said
    if field.kind is Kind.CHOICE:
        said = tidy(text)
        return _by_label(realm.owner, field.choices).get(_plain(said), said)
    return text


@cache
def _by_label(side: str, choices: str) -> dict[str, str]:
    """Word → code; a word that stands twice in a list is not one."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for option in realm_of(side).options(choices):
        word = _plain(option.label)
        twice |= {word} if word in found else set()
        found[word] = option.value
    return {word: code for word, code in found.items() if word not in twice}


def _plain(text: str) -> str:
    return _NOISE.sub("", half_width(tidy(text))).lower()
