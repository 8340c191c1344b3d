"""印刷の係が見るもの: what waits, the batches, one card by its number; no name and no address (PRINT-11)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from ccus.domain.cards.models import Card, WaitingCard
from ccus.domain.printing.models import CardPosting, LetterFile, PrintBatch, PrintPlace
from ccus.domain.printing.posting import readdressed
from ccus.domain.printing.reading import DeliveryShown, delivery_of
from ccus.domain.printing.rules import parts_of, places_of
from ccus.domain.printing.terms import MOST_IN_A_BATCH


@dataclass(frozen=True, slots=True)
class Waiting:
    """印刷を待つカード, counted to one more than a batch takes; `since` when the oldest began to wait."""

    count: int
    since: datetime | None

    @property
    def words(self) -> str:
        """How many, in words."""
        return f"{MOST_IN_A_BATCH:,}枚以上" if self.count > MOST_IN_A_BATCH else f"{self.count:,}枚"

    @property
    def most(self) -> int:
        """How many a batch of now can take."""
        return min(self.count, MOST_IN_A_BATCH)


@dataclass(frozen=True, slots=True)
class BatchShown:
    """印刷の束 in the list, and on top of its page."""

    id: int
    key: UUID
    size: int
    taken_at: datetime
    taken_by: str
    fault: str
    posted_on: date | None
    made: int

    @property
    def parts(self) -> int:
        """Parts that it is made in."""
        return parts_of(self.size)

    @property
    def is_made(self) -> bool:
        """Whether every part is stored."""
        return self.made >= self.parts

    @property
    def drawn(self) -> int:
        """Cards of the parts that are stored."""
        return min(self.size, self.made * len(places_of(1)))


@dataclass(frozen=True, slots=True)
class PartShown:
    """部分: its places, and whether it and its letters can be fetched."""

    part: int
    first: int
    last: int
    is_made: bool
    has_letters: bool
    fetched_at: datetime | None
    times: int


@dataclass(frozen=True, slots=True)
class SpoiledShown:
    """書き損じ: a place, which card, and why."""

    place: int
    token: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BatchPage:
    """印刷の束 in full. `revoked` and `readdressed` are places that do not go out as they are.

    `sent`: how many cards were posted with it.
    """

    batch: BatchShown
    parts: tuple[PartShown, ...]
    spoiled: tuple[SpoiledShown, ...]
    revoked: tuple[int, ...]
    readdressed: tuple[int, ...]
    sent: int

    @property
    def to_post(self) -> int:
        """How many cards go out."""
        return self.batch.size - len(self.spoiled) - len(self.revoked)

    @property
    def stamp(self) -> str:
        """What a page that shows it has seen: it changes with whatever is made, fetched, or in the way."""
        left = sum(part.has_letters for part in self.parts)
        times = sum(part.times for part in self.parts)
        in_the_way = len(self.revoked) + len(self.readdressed) + len(self.spoiled)
        return f"{self.batch.made}.{left}.{times}.{in_the_way}.{bool(self.batch.fault):d}"

    @property
    def is_ready(self) -> bool:
        """Whether it can be posted."""
        has_all = self.batch.is_made and not any(part.has_letters for part in self.parts)
        return has_all and not self.readdressed


@dataclass(frozen=True, slots=True)
class LaidShown:
    """束の中のカード: where a card lay, and whether it was spoiled there."""

    batch: int
    key: UUID
    place: int
    taken_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class CardPage:
    """一枚のカード by its number."""

    worker: int
    number: str
    serial: int
    token: str
    is_newest: bool
    delivery: DeliveryShown | None
    places: tuple[LaidShown, ...]


def waiting() -> Waiting:
    """印刷を待つカード. Two statements, which cost the same however many wait."""
    found = WaitingCard.objects.filter(card__revocation=None).order_by("since", "card")
    first = found.first()
    count = len(found.values_list("card")[: MOST_IN_A_BATCH + 1])
    return Waiting(count, first.since if first is not None else None)


def unposted() -> int:
    """発送していない束: batches in the making, or waiting to be printed and posted. One statement."""
    return PrintBatch.objects.filter(posted_at=None).count()


def batches(*, after: int | None, limit: int) -> list[BatchShown]:
    """印刷の束, the latest first; `after` is the `id` of the last one of the page before. One statement."""
    found = PrintBatch.objects.order_by("-pk")
    earlier = found.filter(pk__lt=after) if after is not None else found
    return [_shown(batch) for batch in earlier.annotate(made=Count("parts"))[:limit]]


def batch_of(key: UUID) -> BatchPage | None:
    """印刷の束 in full; None where there is none. A constant number of statements."""
    found = PrintBatch.objects.filter(key=key).annotate(made=Count("parts")).first()
    if found is None:
        return None
    places = PrintPlace.objects.filter(batch=found).select_related("card").order_by("place")
    is_open = found.posted_at is None
    revoked = places.filter(spoiled_at=None, card__revocation__isnull=False) if is_open else places.none()
    return BatchPage(
        _shown(found),
        _parts(found),
        tuple(
            SpoiledShown(row.place, row.card.token, row.spoiled_reason, row.spoiled_at)
            for row in places.filter(spoiled_at__isnull=False)
            if row.spoiled_at is not None
        ),
        tuple(revoked.values_list("place", flat=True)),
        tuple(readdressed(found)) if is_open else (),
        _sent_with(found, found.posted_at) if found.posted_at else 0,
    )


def card_of(token: str, *, today: date) -> CardPage | None:
    """一枚のカード; None where no card has this number."""
    card = Card.objects.select_related("worker").filter(token=token).first()
    if card is None:
        return None
    newest = Card.objects.filter(worker=card.worker_id, revocation=None).order_by("-serial").first()
    rows = PrintPlace.objects.filter(card=card).select_related("batch").order_by("-pk")
    is_newest = newest is not None and newest.pk == card.pk
    return CardPage(
        worker=card.worker_id,
        number=card.worker.number,
        serial=card.serial,
        token=card.token,
        is_newest=is_newest,
        delivery=delivery_of(card.worker_id, today=today) if is_newest else None,
        places=tuple(
            LaidShown(row.batch_id, row.batch.key, row.place, row.batch.taken_at, row.spoiled_reason)
            for row in rows
        ),
    )


def _sent_with(batch: PrintBatch, at: datetime) -> int:
    cards = PrintPlace.objects.filter(batch=batch).values("card")
    return CardPosting.objects.filter(posted_at=at, card__in=cards).count()


def _shown(batch: PrintBatch) -> BatchShown:
    return BatchShown(
        batch.pk,
        batch.key,
        batch.size,
        batch.taken_at,
        batch.taken_by,
        batch.fault,
        batch.posted_on,
        made=vars(batch)["made"],
    )


def _parts(batch: PrintBatch) -> tuple[PartShown, ...]:
    files = list(
        LetterFile.objects.filter(part__batch=batch).order_by("pk").values_list("part__part", "fetched_at")
    )
    latest, counted = dict(files), Counter(part for part, _ in files)
    made = set(batch.parts.values_list("part", flat=True))
    return tuple(
        PartShown(
            part=part,
            first=places_of(part)[0],
            last=min(places_of(part)[-1], batch.size),
            is_made=part in made,
            has_letters=part in latest and latest[part] is None,
            fetched_at=latest.get(part),
            times=counted[part],
        )
        for part in range(1, parts_of(batch.size) + 1)
    )
