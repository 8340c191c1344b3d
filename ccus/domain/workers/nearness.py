"""近い名: words that differ by a slip of the pen, and names of which one is part of the other (SAME-19). Pure."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

LONG_WORD = 4
"""From here on one letter off is a slip; in shorter words it makes another name (タロ, ジロ)."""


def are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have as many words, each equal or, where it is long, one letter off.

    >>> are_near(("サト", "ケンイチ"), ("サト", "ケンニチ")), are_near(("サト", "タロ"), ("サト", "ジロ"))
    (True, False)
    """
    if not one or len(one) != len(other):
        return False
    return all(here == there or _slipped(here, there) for here, there in zip(one, other, strict=True))


def is_part_of(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether every word of the shorter name, two at least, stands in the longer; a single letter for any of its words.

    >>> is_part_of(("NGUYEN", "VAN", "AN"), ("AN", "NGUYEN")), is_part_of(("J", "SMITH"), ("JOHN", "SMITH"))
    (True, True)
    """
    shorter, longer = sorted((one, other), key=lambda name: (len(name), sum(map(len, name))))
    if len(shorter) < 2:
        return False
    left = Counter(longer)
    for word in sorted(shorter, key=len, reverse=True):
        found = word if left[word] else _beginning(left, word)
        if not found:
            return False
        left[found] -= 1
    return True


def _beginning(words: Counter[str], letter: str) -> str:
    if len(letter) != 1:
        return ""
    return next((word for word, count in words.items() if count and word.startswith(letter)), "")


@lru_cache(maxsize=65536)
def _slipped(one: str, other: str) -> bool:
    """One letter more, less, or another, in a long word."""
    if min(len(one), len(other)) < LONG_WORD or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, there = one[start:], other[start:]
    return rest[1:] == there[1:] or rest[1:] == there or rest == there[1:]
