"""券面に出るもの: what stands on the face of a card, as frozen values (CARD-15)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from ccus.domain.cards.models import Card, CardDesign
from ccus.domain.workers.models import WorkerName
from ccus.foundation.clock import day_of


@dataclass(frozen=True, slots=True)
class CardLook:
    """カードの種類: its name, and what its face is drawn in, as `#rrggbb` (CARD-03)."""

    code: str
    label: str
    paper: str
    band: str
    ink: str


@dataclass(frozen=True, slots=True)
class CardFace:
    """券面の中身. `alias` is empty unless the holder chose to have it printed (CARD-16); of `birth_on` year and month
    alone are printed (CARD-15).
    """

    number: str
    serial: int
    look: CardLook
    name: str
    alias: str
    first_year: int
    birth_on: date
    expires_on: date


@cache
def looks() -> Mapping[str, CardLook]:
    """カードの種類 by code, in their order. Read once a process: rows are added, and `look` finds a new one."""
    rows = CardDesign.objects.order_by("rank").values_list("code", "label", "paper", "band", "ink")
    return {row[0]: CardLook(*row) for row in rows}


def look(colour: str) -> CardLook:
    """The kind of card of a code. Raises KeyError for one that no row has."""
    if colour not in looks():
        looks.cache_clear()
    return looks()[colour]


def label(colour: str) -> str:
    """一般のカード（白色） for `white`; empty for no card."""
    return look(colour).label if colour else ""


def faces(cards: Iterable[int]) -> dict[int, CardFace]:
    """券面 by the key of the card: with the name that held on the day of issue, as a print of it shows (CARD-16).

    Two statements, however many cards.
    """
    found = list(Card.objects.filter(pk__in=list(cards)).select_related("worker"))
    names = _names({card.worker_id for card in found})
    return {card.pk: _face(card, names.get(card.worker_id, [])) for card in found}


def face_of(card: int) -> CardFace:
    """券面 of one card, by its key. Two statements."""
    return faces([card])[card]


def _names(workers: Iterable[int]) -> dict[int, list[WorkerName]]:
    by_worker: dict[int, list[WorkerName]] = {}
    for row in WorkerName.objects.filter(worker__in=workers, superseded_at=None).order_by("valid_from"):
        by_worker.setdefault(row.worker_id, []).append(row)
    return by_worker


def _face(card: Card, names: list[WorkerName]) -> CardFace:
    day = day_of(card.issued_at)
    name = next((row for row in reversed(names) if row.valid_from <= day), names[0] if names else None)
    worker = card.worker
    return CardFace(
        number=worker.number,
        serial=card.serial,
        look=look(card.colour),
        name=name.official if name else "",
        alias=name.alias if name and name.alias_on_card else "",
        first_year=worker.registered_on.year,
        birth_on=worker.birth_on,
        expires_on=card.expires_on,
    )
