"""書類のための技能者: one worker's registered facts in the words of the forms (PAPER-03, PAPER-04, PAPER-06)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache

from ccus.domain.codes.terms import QualificationKind
from ccus.domain.disclosure.hidden import Hidden
from ccus.domain.disclosure.reading import FactRow, WorkerSeen
from ccus.domain.papers.values import HIDDEN_WORD, Cell
from ccus.domain.workers.options import label, options
from ccus.domain.workers.terms import Item
from ccus.foundation.entry.reach import phone_words

ITEMS = frozenset(
    {
        Item.CARD, Item.NAME, Item.BIRTH_DATE, Item.CONTACT, Item.EMERGENCY, Item.STATUS, Item.BLOOD,
        Item.INSURANCE, Item.HEALTH, Item.TRADES, Item.QUALIFICATIONS, Item.TRAINING, Item.EMPLOYERS,
    }
)  # fmt: skip
"""What 作業員名簿 takes."""
MARKS = {
    "supervising_engineer": "監",
    "chief_engineer": "主",
    "foreman": "職",
    "team_leader": "班",
    "safety_officer": "安",
}
"""立場 → its mark."""
TRAINEES = {"titp1", "titp2", "titp3"}
_EDUCATED = {QualificationKind.SPECIAL_EDUCATION, QualificationKind.SAFETY}
_ADULT = 18

Rows = tuple[FactRow, ...]


def said(rows: Rows | Hidden, words: Callable[[Rows], Cell]) -> Cell:
    """The words of a block; 非公開 where it is not shown, nothing where nothing is registered."""
    if isinstance(rows, Hidden):
        return HIDDEN_WORD
    return words(rows) if rows else None


def of(rows: Rows | Hidden, name: str) -> Cell:
    """A field of the block's first row."""
    return said(rows, lambda shown: _cell(shown[0], name))


def age(birth_on: date | Hidden, day: date) -> Cell:
    """年齢 on a day."""
    if isinstance(birth_on, Hidden):
        return HIDDEN_WORD
    return day.year - birth_on.year - ((day.month, day.day) < (birth_on.month, birth_on.day))


def address(rows: Rows | Hidden) -> Cell:
    """現住所 on one line."""

    def line(shown: Rows) -> Cell:
        values = shown[0].values
        parts = (label("prefecture", str(values["prefecture"])), values["town"], values["street"])
        building = f" {values['building']}" if values.get("building") else ""
        return "".join(str(part or "") for part in parts) + building

    return said(rows, line)


def phone(rows: Rows | Hidden) -> Cell:
    """電話番号 as people write it."""
    return said(rows, lambda shown: phone_words(str(shown[0].values["phone"])))


def emergency(rows: Rows | Hidden) -> Cell:
    """家族連絡先: the name, and how the person is related."""
    return said(rows, lambda shown: f"{shown[0].values['person']}（{shown[0].values['relation']}）")


def pressure(rows: Rows | Hidden) -> Cell:
    """血圧: upper and lower."""

    def both(shown: Rows) -> Cell:
        high, low = shown[0].values.get("systolic"), shown[0].values.get("diastolic")
        return f"{high}～{low}" if high and low else None

    return said(rows, both)


def blood(rows: Rows | Hidden) -> Cell:
    """血液型 and Rh式."""

    def group(shown: Rows) -> Cell:
        values = shown[0].values
        rhesus = f" {label('rhesus', str(values['rhesus']))}" if values.get("rhesus") else ""
        return f"{label('blood', str(values['group']))}{rhesus}"

    return said(rows, group)


def insurance(rows: Rows | Hidden, branch: str) -> Cell:
    """保険: the kind of what was joined, else 未加入 or 適用除外; of 雇用保険 the last four digits (PAPER-04)."""

    def kind(shown: Rows) -> Cell:
        values = shown[0].values
        if values.get(branch) != "joined":
            return label("joined", str(values[branch]))
        last4 = values.get("employment_last4") if branch == "employment" else None
        word = label(f"{branch}_insurance", str(values[f"{branch}_kind"]))
        return f"{word} {last4}" if last4 else word

    return said(rows, kind)


def aid(rows: Rows | Hidden, name: str) -> Cell:
    """建退共 and 中退共: 有 or 無, never a number (PAPER-04)."""
    return said(rows, lambda shown: "有" if shown[0].values.get(name) else "無")


def hired_on(rows: Rows | Hidden, company: str) -> Cell:
    """雇入年月日 at the firm with this 事業者ID; nothing for somebody of another firm."""
    return said(
        rows, lambda shown: next((row.valid_from for row in shown if row.values["company"] == company), None)
    )


def specials(rows: Rows | Hidden) -> tuple[Cell, Cell]:
    """特殊健康診断: the day of the latest, and the kinds."""
    kinds = said(
        rows, lambda shown: _joined(label("special_check", str(row.values["kind"])) for row in shown)
    )
    return said(rows, lambda shown: shown[0].valid_from), kinds


def held(seen: WorkerSeen, day: date) -> tuple[Cell, Cell, Cell]:
    """教育・資格・免許 in the three columns of the form; what has run out says so (PAPER-06)."""
    core, others = seen.blocks["core"], seen.blocks["qualifications"]
    if isinstance(core, Hidden) or isinstance(others, Hidden):
        return HIDDEN_WORD, HIDDEN_WORD, HIDDEN_WORD
    columns: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for row in others:
        code = str(row.values["qualification"])
        columns[_column(_kinds().get(code, ""))].append(_named("qualification", row, day))
    columns[2] += [_named("core_qualification", row, day) for row in core]
    return _joined(columns[0]), _joined(columns[1]), _joined(columns[2])


def marks(seen: WorkerSeen | None, position: str, needed: Sequence[str], day: date) -> str:
    """※: 立場, 作業主任者, and what age, sex and residence say (PAPER-06)."""
    found = [MARKS[position]] if position in MARKS else []
    if any("作業主任者" in label("qualification", code) for code in needed):
        found.append("作")
    if seen is None:
        return " ".join(found)
    if not isinstance(seen.birth_on, Hidden) and int(str(age(seen.birth_on, day))) < _ADULT:
        found.append("未")
    return " ".join([*found, *_status_marks(seen.blocks["status"])])


def foreigner(rows: Rows | Hidden) -> str:
    """外国人の従事: 特定技能1号, 技能実習, 非公開, or nothing."""
    if isinstance(rows, Hidden):
        return HIDDEN_WORD
    status = rows[0].values.get("residence_status") if rows else None
    if status == "ssw1":
        return "特定技能1号"
    return "技能実習" if status in TRAINEES else ""


def _status_marks(rows: Rows | Hidden) -> list[str]:
    if isinstance(rows, Hidden) or not rows:
        return []
    sex = ["女"] if rows[0].values.get("sex") == "female" else []
    return sex + {"特定技能1号": ["特1"], "技能実習": ["習"]}.get(foreigner(rows), [])


def _named(options_of: str, row: FactRow, day: date) -> str:
    is_over = row.valid_until is not None and row.valid_until <= day
    return label(options_of, str(row.values["qualification"])) + ("（期限切れ）" if is_over else "")


@cache
def _kinds() -> dict[str, str]:
    """Code of a qualification → the words of its kind."""
    return {option.value: option.group for option in options("qualification")}


def _column(kind: str) -> int:
    if kind in {member.label for member in _EDUCATED}:
        return 0
    return 1 if kind == QualificationKind.SKILL_TRAINING.label else 2


def _joined(words: Iterable[str]) -> Cell:
    return "、".join(words) or None


def _cell(row: FactRow, name: str) -> Cell:
    value = row.values.get(name)
    return value if isinstance(value, str | int) else None
