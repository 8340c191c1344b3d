"""検索: which rows of a long list are shown (guide G11-3, PORTAL-11). Pure."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import jaconv

from ccus.foundation.japanese import tidy

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Wanted:
    """検索の条件 of one part of the page."""

    words: str = ""
    kind: str = ""
    valid_only: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether anything is left out."""
        return bool(self.words or self.kind or self.valid_only)

    def admits(self, text: str, kind: str, *, is_valid: bool) -> bool:
        """Whether a row is shown: all words stand in its text, its kind is the chosen one, it has not run out."""
        found = folded(text)
        return (
            all(folded(word) in found for word in self.words.split())
            and self.kind in {"", kind}
            and (is_valid or not self.valid_only)
        )


def folded(text: str) -> str:
    """Texts that people take for the same: width, case, hiragana and katakana."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return str(jaconv.hira2kata(plain))


def wanted(query: Mapping[str, str], part: str) -> Wanted:
    """What the address asks of a part: `proofs-words`, `proofs-kind`, `proofs-valid`."""
    return Wanted(
        words=tidy(query.get(f"{part}-words", ""))[:LONGEST],
        kind=query.get(f"{part}-kind", ""),
        valid_only=query.get(f"{part}-valid") == "1",
    )
