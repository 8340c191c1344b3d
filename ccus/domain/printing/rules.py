"""印刷の束の規則: how a batch is parted, and when who has got no card is asked. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from ccus.domain.printing.terms import ASKED_AFTER_DAYS, IN_A_PART


def parts_of(cards: int) -> int:
    """Parts that a batch of so many cards is made in (PRINT-03)."""
    return -(-cards // IN_A_PART)


def places_of(part: int) -> range:
    """The places of a part, both counted from 1."""
    first = (part - 1) * IN_A_PART + 1
    return range(first, first + IN_A_PART)


def part_of(place: int) -> int:
    """The part that a place lies in."""
    return (place - 1) // IN_A_PART + 1


def missing_parts(cards: int, made: set[int]) -> Iterator[int]:
    """The parts that are still to be made, in order."""
    return (part for part in range(1, parts_of(cards) + 1) if part not in made)


def is_overdue(posted_on: date, *, today: date) -> bool:
    """Whether a card that was posted should have arrived by now (PRINT-09)."""
    return today >= asked_from(posted_on)


def asked_from(posted_on: date) -> date:
    """The day from which 「届かない」 can be said (PRINT-09)."""
    return posted_on + timedelta(days=ASKED_AFTER_DAYS)
