"""言葉の一覧: codes that are kept, each with the word that people read."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A list of codes; each member is given as its code and its word.

    `label` is what pages, forms and papers show; the member itself is the code.
    """

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        """A member that is its code. The default is for looking one up: `Role("chief")`."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member
