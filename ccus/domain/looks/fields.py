"""記入欄: what is asked, answered and concluded in words."""

from ccus.domain.looks.rules import LONGEST_WORDS
from ccus.foundation.entry.block import Block, Field, Kind


def in_words(label: str, hint: str, *, is_required: bool = True) -> Field:
    """The field `words` with its label; `hint` says who will read it."""
    return Field("words", label, Kind.TEXT, is_required=is_required, longest=LONGEST_WORDS, help=hint)


def answer(hint: str) -> Block:
    """答え: the form of whoever was asked."""
    return Block("answer", "答える", (in_words("答え", hint),))
