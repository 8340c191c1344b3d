"""記入欄: what is asked and answered in words."""

from ccus.domain.desk.rules import LONGEST_WORDS
from ccus.foundation.entry.block import Field, Kind


def in_words(label: str, hint: str = "") -> Field:
    """The field `words` with its label; `hint` says who will read it. 1 to 2,000 letters, with lines (DESK-10)."""
    return Field("words", label, Kind.TEXT, is_required=True, longest=LONGEST_WORDS, help=hint)
