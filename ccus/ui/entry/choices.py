"""選択肢の並べ方: the options of a list under their group headings, in the order in which they are given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

FEW = 4
"""Up to so many options stand open, each to be touched; more are folded into a list."""


class Option(Protocol):
    """選択肢: a code and its words, under a heading where the list has headings."""

    @property
    def value(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def group(self) -> str: ...


Options = Callable[[str], Sequence[Option]]
"""Name of a list → its options."""


@dataclass(frozen=True, slots=True)
class Group:
    """見出しの下の選択肢; the title is "" where there are no headings."""

    title: str
    options: tuple[Option, ...]


def grouped(options: Sequence[Option]) -> tuple[Group, ...]:
    """Neighbours with the same heading stand together."""
    return tuple(Group(title, tuple(under)) for title, under in groupby(options, key=lambda o: o.group))
