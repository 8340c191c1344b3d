"""作業員名簿の中身: the lines of a roster on a day, with what the viewer may see of each worker (PAPER-03)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.reading import WorkerSeen, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.papers import workers as words
from ccus.domain.papers.contents import RosterPaper, RosterSheet
from ccus.domain.papers.values import HIDDEN_WORD, Asked, Cell, Of, Spot, Tell, nobody
from ccus.domain.sites.models import RosterLine
from ccus.domain.workers.leaving import LEFT, gone_among, pseudonym
from ccus.domain.workers.terms import Item
from ccus.foundation.identifiers import grouped
from ccus.foundation.superseding import standing_on

CHUNK = 250
"""Workers whose facts are read at once."""
_COLUMNS = (
    "member", "worker", "worker__number", "trade__label", "position__code", "work_content",
    "qualifications", "entered_on", "educated_on", "member__site__number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """名簿の一行, as it stands in the roster, and the worker as the viewer may see one (None: not at all)."""

    member: int
    worker: int
    number: str
    trade: str
    position: str
    work_content: str
    needed: Sequence[str]
    entered_on: date | None
    educated_on: date | None
    seen: WorkerSeen | None = None
    has_left: bool = False

    @property
    def unseen(self) -> str:
        """What stands for the name where nothing is shown (LEAVE-04)."""
        return LEFT if self.has_left else HIDDEN_WORD


def lines_of(members: Sequence[int], day: date) -> tuple[Line, ...]:
    """The lines of rosters on a day, in the order of the spots and of their entry; two statements."""
    place = {member: number for number, member in enumerate(members)}
    found = standing_on(RosterLine.objects.filter(member__in=members), day).order_by("pk")
    rows = list(found.values_list(*_COLUMNS))
    gone = gone_among(row[1] for row in rows)
    lines = [_of_whoever_left(Line(*row), site) if row[1] in gone else Line(*row) for *row, site in rows]
    return tuple(sorted(lines, key=lambda line: place[line.member]))


def seen_lines(
    lines: Sequence[Line], by: Actor, at: datetime, *, items: frozenset[Item] = words.ITEMS, tell: Tell
) -> Iterator[Line]:
    """The same lines with the workers as `by` may see them; every chunk leaves its traces (PAPER-03)."""
    for start in range(0, len(lines), CHUNK):
        chunk = lines[start : start + CHUNK]
        keys = list(dict.fromkeys(line.worker for line in chunk))
        seen = workers_as_seen_by(by, keys, purpose=Purpose.PAPERS, at=at, items=items)
        known = {worker.worker: worker for worker in seen}
        for line in chunk:
            yield replace(line, seen=known.get(line.worker))
        tell(start + len(chunk))


def roster_paper(asked: Asked, of: Of, spots: Sequence[Spot], by: Actor, tell: Tell = nobody) -> RosterPaper:
    """作業員名簿 of a spot and, if asked, of everything below it; firms without workers come only by themselves."""
    kept = spots if asked.has_below else spots[:1]
    lines = lines_of([spot.member for spot in kept], asked.day)
    seen = seen_lines(lines, by, of.made_at, tell=tell)
    by_member = {member: list(group) for member, group in groupby(seen, key=lambda line: line.member)}
    uppers = {spot.member: spot for spot in spots} | ({of.upper.member: of.upper} if of.upper else {})
    sheets = [
        RosterSheet(spot, uppers.get(spot.above or 0), _rows(spot, by_member.get(spot.member, []), asked.day))
        for spot in kept
        if spot.member in by_member
    ]
    alone = RosterSheet(of.spot, of.upper, ())
    return RosterPaper(of, tuple(sheets) or (alone,))


def _rows(spot: Spot, lines: Sequence[Line], day: date) -> tuple[dict[str, Cell], ...]:
    return tuple(
        {"no": number, **_of_the_line(line, day), **_of_the_worker(line, spot.firm.number, day)}
        for number, line in enumerate(lines, start=1)
    )


def _of_whoever_left(line: Line, site: str) -> Line:
    return replace(line, number=pseudonym(site, line.worker), has_left=True)


def _of_the_line(line: Line, day: date) -> dict[str, Cell]:
    return {
        "number": grouped(line.number),
        "trade": line.trade,
        "work_content": line.work_content,
        "marks": words.marks(line.seen, line.position, line.needed, day),
        "entered_on": line.entered_on,
        "educated_on": line.educated_on,
    }


FIELDS = (
    "kana", "name", "hired_on", "years", "birth_on", "age", "address", "phone", "emergency", "emergency_phone",
    "checked_on", "pressure", "blood", "special_on", "special", "health", "pension", "employment", "kentaikyo",
    "chutaikyo", "educated", "skilled", "licensed",
)  # fmt: skip


def _of_the_worker(line: Line, company: str, day: date) -> dict[str, Cell]:
    seen = line.seen
    if seen is None:
        return {**dict.fromkeys(FIELDS, HIDDEN_WORD), "name": line.unseen}
    blocks = seen.blocks
    cells = (
        seen.kana,
        words.of(blocks["name"], "official"),
        words.hired_on(blocks["affiliation"], company),
        words.of(blocks["experience"], "years"),
        seen.birth_on if isinstance(seen.birth_on, date) else HIDDEN_WORD,
        words.age(seen.birth_on, day),
        words.address(blocks["contact"]),
        words.phone(blocks["contact"]),
        words.emergency(blocks["emergency"]),
        words.phone(blocks["emergency"]),
        words.said(blocks["health"], lambda rows: rows[0].valid_from),
        words.pressure(blocks["health"]),
        words.blood(blocks["blood"]),
        *words.specials(blocks["special_health"]),
        *(words.insurance(blocks["insurance"], branch) for branch in ("health", "pension", "employment")),
        *(words.aid(blocks["retirement"], name) for name in ("kentaikyo", "chutaikyo")),
        *words.held(seen, day),
    )
    return dict(zip(FIELDS, cells, strict=True))
