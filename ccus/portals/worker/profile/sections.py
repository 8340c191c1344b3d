"""画面の中身: each part of the page with its sections, made of what disclosure shows the worker."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from ccus.domain.workers.blocks.catalogue import BY_KEY, Registered
from ccus.foundation.japanese import date_words
from ccus.portals.worker.profile.cells import Cell, Fact, facts_of, kind_of, line_of, since_of
from ccus.portals.worker.profile.expiry import is_valid
from ccus.portals.worker.profile.parts import PARTS, PAST_EMPLOYERS, Part
from ccus.portals.worker.profile.search import Wanted

Line = tuple[Cell, ...]
TABLES = frozenset({"affiliation", "health"})
"""Blocks shown as a table though their rows are few: several stand side by side."""
BIRTH_NOTE = (
    "生年月日と顔写真は、登録したあとは変えられません。違うときは、お問い合わせセンターへご連絡ください。"
)
PAST_NOTE = "過去の所属事業者は、本人と運営主体のほかには、だれにも見えません。"
HEALTH_OLDER_NOTE = (
    "過去1年以内に受けた健康診断は、登録されていません。"
    "いちばん新しいものは、1年より前（{day}）に受けたものです。"
)
DETAILED_NOTE = "この区分は、詳細型の登録だけにあります。"


@dataclass(frozen=True, slots=True)
class Section:
    """区分. `total` rows are registered, `lines` are those that the search admits; `edit` names what 「編集」 opens."""

    key: str
    title: str
    facts: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    total: int = 0
    since: str = ""
    notes: tuple[str, ...] = ()
    edit: str = ""
    is_locked: bool = False

    @property
    def left_out(self) -> int:
        """Rows that the search does not admit."""
        return 0 if self.facts else self.total - len(self.lines)

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings of the table."""
        return tuple(cell.label for cell in self.lines[0]) if self.lines else ()


@dataclass(frozen=True, slots=True)
class ShownPart:
    """画面の区分, with its 「検索」."""

    part: Part
    sections: tuple[Section, ...]
    wanted: Wanted
    kinds: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """Rows that are registered."""
        return sum(section.total for section in self.sections)

    @property
    def found(self) -> int:
        """Rows that the search admits."""
        return sum(len(section.lines) for section in self.sections)

    @property
    def is_locked(self) -> bool:
        """Whether something here waits for 詳細型."""
        return any(section.is_locked for section in self.sections)

    @property
    def has_search(self) -> bool:
        """Whether there is something to look for."""
        return bool(self.part.sought and self.total)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sections depend on besides the rows. `last_health`: the newest check, where it is older than a year."""

    on: date
    is_past: bool
    is_detailed: bool
    birth_on: date
    last_health: date | None = None


Rows = Mapping[str, Collection[Fact]]


def shown_parts(rows: Rows, setting: Setting, asked: Mapping[str, Wanted]) -> tuple[ShownPart, ...]:
    """All parts of the page in the guide's order."""
    return tuple(_part(part, rows, setting, asked.get(part.key, Wanted())) for part in PARTS)


def _part(part: Part, rows: Rows, setting: Setting, wanted: Wanted) -> ShownPart:
    sections = [_section(key, tuple(rows.get(key, ())), setting, wanted) for key in part.blocks]
    if part.key == "person":
        birth = Cell("生年月日", date_words(setting.birth_on))
        sections.insert(1, Section("birth", "生年月日", facts=((birth,),), notes=(BIRTH_NOTE,)))
    kinds = {_kind(key, row): None for key in part.blocks if part.sought for row in rows.get(key, ())}
    return ShownPart(part, tuple(sections), wanted, tuple(kind for kind in kinds if kind))


def _section(key: str, rows: tuple[Fact, ...], setting: Setting, wanted: Wanted) -> Section:
    registered = BY_KEY["affiliation" if key == PAST_EMPLOYERS else key]
    block, is_past_employers = registered.block, key == PAST_EMPLOYERS
    is_locked = registered.detailed_only and not setting.is_detailed
    is_table = block.many > 1 or key in TABLES
    lines = tuple(line_of(registered, row, on=setting.on) for row in rows)
    admitted = tuple(
        line for row, line in zip(rows, lines, strict=True) if _admits(wanted, registered, row, line, setting)
    )
    return Section(
        key=key,
        title="過去の所属事業者" if is_past_employers else block.label,
        facts=() if is_table else tuple(facts_of(registered, row) for row in rows),
        lines=admitted if is_table else (),
        total=len(rows),
        since=since_of(registered, rows[0]) if rows and not is_table else "",
        notes=_notes(key, registered, setting, is_locked=is_locked, is_empty=not rows),
        edit="" if is_locked or is_past_employers or setting.is_past else key,
        is_locked=is_locked,
    )


def _admits(wanted: Wanted, registered: Registered, row: Fact, line: Line, setting: Setting) -> bool:
    if not wanted.is_asked:
        return True
    text = " ".join(f"{cell.words} {cell.note}" for cell in line)
    lasts = is_valid(row.values.get("expires"), on=setting.on)
    return wanted.admits(text, _kind(registered.block.key, row), is_valid=lasts)


def _kind(key: str, row: Fact) -> str:
    if key == "core":
        return BY_KEY[key].block.label
    return kind_of(BY_KEY[key].block["qualification"], row.values) if key == "qualifications" else ""


def _notes(
    key: str, registered: Registered, setting: Setting, *, is_locked: bool, is_empty: bool
) -> tuple[str, ...]:
    always = (PAST_NOTE,) if key == PAST_EMPLOYERS else ()
    if is_locked:
        return (DETAILED_NOTE,)
    if not is_empty:
        return always
    if key == "health" and setting.last_health is not None:
        return (HEALTH_OLDER_NOTE.format(day=date_words(setting.last_health)),)
    if key == PAST_EMPLOYERS:
        return ("過去の所属事業者はありません。", *always)
    if setting.is_past:
        return ("この日には、登録されていませんでした。",)
    within = "過去1年以内に受けた健康診断は、" if key == "health" else ""
    return (f"{within}まだ登録されていません。「編集」から登録できます。",)
