"""行を読む: what was typed into the form or stood in the file becomes rows, each with what is to mend (FIX-02)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.bases import Standing, standing_rows
from ccus.domain.corrections.catalogue import AFFILIATION, TRADES, Realm, kept_of, realm_of
from ccus.domain.corrections.headings import BASE, DOING, OWNER, raw_of
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Doing
from ccus.foundation.clock import day_of
from ccus.foundation.entry.block import Value
from ccus.foundation.entry.reading import read
from ccus.foundation.identifiers import digits_of, read_number
from ccus.foundation.kept.catalogue import KeptBlock
from ccus.foundation.kept.rows import FactRow
from ccus.foundation.kept.tables import CodeUnknown
from ccus.foundation.letters import visible
from ccus.foundation.refusals import Refusal

_MOST_LETTERS = 2_000
_WHERE = "「1件ずつ入力する」で番号をさがすと、登録の番号が出ます。その番号を書いてください。"
Typed = Mapping[str, str]
"""One row as it was typed: field → text; `owner`, `doing` and `base` (`headings.py`) among them. Of a change, what is
left out stays as it is registered; what is empty becomes empty."""


@dataclass(slots=True)
class Reader:
    """読み手 of one set: what its rows are read against. `taken`: base → the ordinal of the row that puts it right."""

    change_set: ChangeSet
    taken: dict[int, int]
    by: Actor
    at: datetime

    @property
    def realm(self) -> Realm:
        """The set's side."""
        return realm_of(self.change_set.side)

    @property
    def kept(self) -> KeptBlock:
        """The set's 区分."""
        return kept_of(self.change_set)

    @property
    def today(self) -> date:
        """The day on which it is written."""
        return day_of(self.at)


def rows_from(reader: Reader, typed: Iterable[tuple[int, Typed]]) -> list[ChangeRow]:
    """The rows, not yet saved, by their ordinals; a constant number of statements however many."""
    each = list(typed)
    numbers = {digits_of(texts.get(OWNER, "")) for _, texts in each}
    named = reader.realm.model._default_manager.filter(number__in=numbers).values_list("number", "pk")
    owners: dict[str, int] = dict(named)
    standing = standing_rows(reader.change_set.side, reader.change_set.block, list(owners.values()))
    rows = [_row(reader, ordinal, texts, owners, standing) for ordinal, texts in each]
    _note_unknown(reader, rows)
    return rows


def _row(
    reader: Reader, ordinal: int, texts: Typed, owners: Mapping[str, int], standing: Standing
) -> ChangeRow:
    row = ChangeRow(
        change_set=reader.change_set,
        ordinal=ordinal,
        typed={name: visible(text)[:_MOST_LETTERS] for name, text in texts.items()},
        written_by=str(reader.by),
        written_at=reader.at,
    )
    row.doing = _doing(row, texts.get(DOING, ""))
    owner = _owner(reader, row, texts.get(OWNER, ""), owners)
    if owner is not None:
        setattr(row, f"{reader.realm.owner}_id", owner)
        base = _base(reader, row, standing.get(owner, ()))
        if base is not None or row.doing == Doing.ENTER:
            _read_values(reader, row, base)
    return row


def _doing(row: ChangeRow, text: str) -> Doing:
    said = text.strip()
    found = next((doing for doing in Doing if said in {doing.value, doing.label}), None)
    if found is None and said:
        row.faults[DOING] = (
            f"操作（{said[:20]}）が読み取れません。「登録」「変更」「削除」のどれかにしてください。"
        )
    return found or Doing.CHANGE


def _owner(reader: Reader, row: ChangeRow, text: str, owners: Mapping[str, int]) -> int | None:
    label = reader.realm.number_label
    try:
        number = read_number(text, label=label, field=OWNER)
    except Refusal as refusal:
        row.faults[OWNER] = refusal.sentence
        return None
    if number not in owners:
        row.faults[OWNER] = f"{label}（{number}）は、登録されていません。番号を確かめてください。"
    return owners.get(number)


def _base(reader: Reader, row: ChangeRow, candidates: Sequence[FactRow]) -> FactRow | None:
    """The registered row that is put right; what is unclear about it becomes a fault."""
    if row.doing == Doing.ENTER:
        return None
    if row.doing == Doing.REMOVE and reader.change_set.block in reader.realm.lasting:
        label = reader.kept.block.label
        row.faults[DOING] = f"{label}は、削除できません。「変更」にして、正しい内容を書いてください。"
        return None
    named = str(row.typed.get(BASE, "")).strip()
    found = _meant(reader, candidates, named)
    if len(found) != 1:
        row.faults[BASE] = _unclear(len(found), named)
        return None
    before = reader.taken.setdefault(found[0].id, row.ordinal)
    if before != row.ordinal:
        row.faults[BASE] = f"{before}行目と同じ登録を直しています。どちらかの行を外してください。"
        return None
    row.base, row.seen = found[0].id, dict(found[0].values)
    return found[0]


def _unclear(found: int, named: str) -> str:
    if named:
        return f"登録の番号（{named[:20]}）の登録が、ここにはありません。{_WHERE}"
    if not found:
        return "直す登録が見つかりません。まだ登録されていないときは、操作を「登録」にしてください。"
    return f"登録が{found}件あり、どれを直すのか分かりません。{_WHERE}"


def _meant(reader: Reader, candidates: Sequence[FactRow], named: str) -> list[FactRow]:
    if named:
        return [row for row in candidates if str(row.id) == digits_of(named)]
    today = reader.today
    holding = [
        row
        for row in candidates
        if reader.kept.is_listed or (row.valid_until is None or row.valid_until > today)
    ]
    main = [row for row in holding if row.values.get("is_main")]
    if reader.change_set.block == AFFILIATION and len(main) == 1:
        return main
    return holding


def _read_values(reader: Reader, row: ChangeRow, base: FactRow | None) -> None:
    kept = reader.kept
    if row.doing == Doing.REMOVE:
        return
    raw = raw_of(reader.realm, kept, row.typed, {} if base is None else base.values)
    found = read(kept.block, raw, today=reader.today, codes=reader.realm.codes)
    row.values = found.values
    row.faults |= {fault.field or "row": fault.sentence for fault in found.faults}
    since = found.values.get(kept.from_field)
    if since and str(since) > reader.today.isoformat():
        label = kept.block[kept.from_field].label
        row.faults[kept.from_field] = (
            f"{label}（{since}）が先の日です。修正は、今日までの日から始めてください。"
        )
    if base is not None and not row.faults and _is_same(reader, row):
        row.faults["row"] = "登録されている内容と同じです。直すところがないときは、行を外してください。"


def _is_same(reader: Reader, row: ChangeRow) -> bool:
    """A link may be put right by its paper's day alone (FIX-03)."""
    return reader.change_set.block != AFFILIATION and _given(row.values) == _given(row.seen)


def _given(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value not in {None, "", False}}


def _note_unknown(reader: Reader, rows: Sequence[ChangeRow]) -> None:
    """事業者ID and images that nobody has (DATA-27); codes were read against their lists."""
    if reader.change_set.block == TRADES:
        return
    tables, kept = reader.realm.tables, reader.kept
    known = tables.known(kept, [row.values for row in rows])
    for row in rows:
        if row.values and not row.faults:
            try:
                tables.as_columns(kept, row.values, known)
            except CodeUnknown as refusal:
                row.faults[refusal.field or "row"] = refusal.sentence
