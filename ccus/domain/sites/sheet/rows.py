"""下書きの行を読む: every row of a draft with its faults by cell, in a constant number of statements (SITE-28)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ccus.domain.sites.entering import AlreadyOnRoster, Known, faults_of, known_of, person_faults, work_faults
from ccus.domain.sites.models import RosterBatch, RosterBatchRow
from ccus.domain.sites.sheet.columns import LABELS
from ccus.domain.sites.sheet.parsing import Parsed, Texts, parse, vocabulary
from ccus.domain.sites.work import Entry, Lists, lists
from ccus.domain.sites.writers import Writer, no_bond
from ccus.domain.workers.models import Worker, WorkerName
from ccus.foundation.clock import day_of
from ccus.foundation.identifiers import digits_of
from ccus.foundation.japanese import katakana
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


@dataclass(frozen=True, slots=True)
class RowRead:
    """下書きの一行: `row` its number in the file, `texts` and `faults` by field, `entry` where nothing is against it.

    `worker` None where the firm has no bond to whoever the number means, or nobody has it.
    """

    key: int
    row: int
    version: int
    texts: Texts
    faults: Mapping[str, str]
    entry: Entry | None
    worker: int | None


@dataclass(frozen=True, slots=True)
class People:
    """Workers of a draft: `by_number` of everybody who is registered; kana of those with a bond, and of their trades
    what the firm may know (SITE-10).

    `entered`: worker → the row of this file that is on the roster already.
    """

    by_number: Mapping[str, int]
    kana: Mapping[int, str]
    own_trades: Mapping[int, Sequence[str]]
    entered: Mapping[int, int]
    known: Known


def read_rows(
    batch: RosterBatch,
    rows: Sequence[RosterBatchRow],
    *,
    writer: Writer,
    at: datetime,
    ignoring_lines: bool = False,
) -> list[RowRead]:
    """Read rows that are neither dropped nor registered, in the order of the file."""
    known_lists = lists()
    texts = [texts_of(batch, row) for row in rows]
    people = _people(batch, texts, known_lists, writer, at)
    if ignoring_lines:
        people = replace(people, known=replace(people.known, on_roster={}))
    today = day_of(at)
    words = vocabulary(known_lists)
    parsed = []
    for each in texts:
        worker = people.by_number.get(digits_of(each["number"]))
        own = people.own_trades.get(worker, ()) if worker else ()
        parsed.append(parse(each, words, today=today, own=own))
    for row, read in zip(rows, parsed, strict=True):
        read.faults.update(_marks(batch, row))
    _note_twice(rows, parsed)
    entries = _note_rules(batch, texts, parsed, people)
    return [
        RowRead(
            row.pk,
            row.row,
            row.version,
            text,
            read.faults,
            None if read.faults else entry,
            _shown_worker(people, read.number),
        )
        for row, text, read, entry in zip(rows, texts, parsed, entries, strict=True)
    ]


def texts_of(batch: RosterBatch, row: RosterBatchRow) -> dict[str, str]:
    """Field → text: what was mended, else the cell, else what stands for empty cells."""
    found: dict[str, str] = {}
    for field in LABELS:
        column = batch.columns.get(field)
        cell = row.cells[column] if column is not None and column < len(row.cells) else ""
        found[field] = row.mended.get(field, cell if cell.strip() else batch.defaults.get(field, ""))
    return found


def _people(
    batch: RosterBatch, texts: Iterable[Texts], known_lists: Lists, writer: Writer, at: datetime
) -> People:
    numbers = {digits_of(each["number"]) for each in texts}
    by_number = dict(Worker.objects.filter(number__in=numbers).values_list("number", "pk"))
    known = known_of(batch.member, by_number.values(), writer=writer, lists=known_lists, at=at)
    bonded = set(by_number.values()) - set(known.unbonded)
    today = day_of(at)
    names = standing_on(WorkerName.objects.filter(worker__in=bonded), today)
    own = {worker: tuple(trades) for worker, trades in known.trades.items() if worker in bonded}
    entered = RosterBatchRow.objects.filter(batch=batch, line__isnull=False)
    return People(
        by_number,
        dict(names.values_list("worker", "kana")),
        own,
        dict(entered.values_list("line__worker", "row")),
        known,
    )


def _marks(batch: RosterBatch, row: RosterBatchRow) -> dict[str, str]:
    """What is wrong with a cell itself (a formula, a broken byte), until its field is mended."""
    return {
        field: row.marks[str(column)]
        for field, column in batch.columns.items()
        if str(column) in row.marks and field not in row.mended
    }


def _note_twice(rows: Sequence[RosterBatchRow], parsed: Sequence[Parsed]) -> None:
    first: dict[str, int] = {}
    for row, read in zip(rows, parsed, strict=True):
        if read.number and first.setdefault(read.number, row.row) != row.row:
            read.faults.setdefault("number", _twice(first[read.number]))


def _twice(row: int) -> str:
    return f"ファイルの{row}行目と同じ技能者IDです。IDを直すか、どちらかの行を外してください。"


def _note_rules(
    batch: RosterBatch, texts: Sequence[Texts], parsed: Sequence[Parsed], people: People
) -> list[Entry | None]:
    entries: list[Entry | None] = []
    for text, read in zip(texts, parsed, strict=True):
        worker = _shown_worker(people, read.number)
        entry = None
        if read.number and worker is None:  # nobody has it, or no bond: one answer for both
            read.note(no_bond())
        elif worker is not None:
            entry = _entry(worker, text, read, people)
        entries.append(entry)
    whole = [entry for entry in entries if entry is not None]
    against = iter(faults_of(whole, batch.member, people.known))
    for read, entry in zip(parsed, entries, strict=True):
        for refusal in next(against) if entry is not None else ():
            read.note(_of_file(refusal, people.entered.get(people.by_number[read.number])))
    return entries


def _of_file(refusal: Refusal, row: int | None) -> Refusal:
    """A line that came from another row of the file is named by that row, also once it is registered."""
    if row is None or not isinstance(refusal, AlreadyOnRoster):
        return refusal
    return AlreadyOnRoster(_twice(row), "number")


def _entry(worker: int, text: Texts, read: Parsed, people: People) -> Entry | None:
    kana = people.kana.get(worker, "")
    typed = katakana(text["kana"])
    if typed and kana and _letters(typed) != _letters(kana):
        read.faults.setdefault(
            "kana",
            f"フリガナ（{typed[:20]}）が、この技能者IDの登録とちがいます。IDかフリガナを確かめてください。",
        )
    if "number" in read.faults:
        return None
    if read.work is not None and read.from_on is not None:
        return Entry(worker, read.work, read.from_on, read.until_on)
    found = [*person_faults(worker, people.known)]
    found += work_faults(read.work, worker, people.known) if read.work is not None else []
    for refusal in found:
        read.note(refusal)
    return None


def _letters(kana: str) -> str:
    return kana.replace(" ", "").replace("・", "")


def _shown_worker(people: People, number: str) -> int | None:
    worker = people.by_number.get(number)
    return None if worker in people.known.unbonded else worker
