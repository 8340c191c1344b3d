"""登録情報の写し: what disclosure shows of a worker, block by block, as labels and words."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccus.domain.disclosure.reading import WorkerSeen
from ccus.domain.workers import options
from ccus.domain.workers.blocks.catalogue import BY_KEY, CATALOGUE
from ccus.foundation.entry.block import Block, Field, Kind
from ccus.foundation.entry.reading import is_asked
from ccus.foundation.entry.showing import show
from ccus.foundation.kept.rows import FactRow

PAST = "past_affiliation"
PAST_LABEL = "過去の所属事業者"


@dataclass(frozen=True, slots=True)
class Line:
    """一つの値; `picture` is the key of an image."""

    label: str
    words: str
    picture: str


@dataclass(frozen=True, slots=True)
class Part:
    """一区分: its rows; none where nothing is registered, hidden where it is not shown."""

    label: str
    rows: tuple[tuple[Line, ...], ...]
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Record:
    """登録情報: what is registered, and the names of the blocks in which nothing is."""

    parts: tuple[Part, ...]
    empty: tuple[str, ...]


def record_of(seen: WorkerSeen) -> Record:
    """Every block in the order of the catalogue."""
    parts = _parts(seen)
    filled = tuple(part for part in parts if part.rows or part.is_hidden)
    return Record(filled, tuple(part.label for part in parts if part not in filled))


def worded(seen: WorkerSeen) -> tuple[Part, ...]:
    """What somebody can be asked for in words: pictures prove nothing on the telephone."""
    return tuple(
        part
        for part in record_of(seen).parts
        if any(line.words and not line.picture for row in part.rows for line in row)
    )


def _parts(seen: WorkerSeen) -> tuple[Part, ...]:
    return tuple(
        Part(label, tuple(tuple(_lines(block, row)) for row in seen.shown.get(key, ())), key in seen.hidden)
        for key, label, block in _blocks()
    )


def _blocks() -> Iterator[tuple[str, str, Block]]:
    for registered in CATALOGUE:
        yield registered.block.key, registered.block.label, registered.block
        if registered.block.key == "affiliation":
            yield PAST, PAST_LABEL, BY_KEY["affiliation"].block


def _lines(block: Block, row: FactRow) -> Iterator[Line]:
    for field in block.fields:
        if is_asked(block, field, row.values):
            value = row.values.get(field.name)
            picture = str(value) if field.kind is Kind.FILE and value else ""
            yield Line(field.label, _words(field, row), picture)


def _words(field: Field, row: FactRow) -> str:
    said = show(field, row.values.get(field.name), label=options.label)
    company = row.values.get("company_name") if field.name == "company" else None
    return f"{company}（{said}）" if company else said
