"""不備の割合 (FIG-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.figures.counting import counted_at
from ccus.domain.figures.hiding import Cell, part_of, rate, summed, with_unit
from ccus.domain.figures.models import FigureReturn, FormText
from ccus.domain.figures.reading.waiting import kind_of
from ccus.domain.figures.tables import Choice, Drawing, Row, Shown, Table
from ccus.domain.figures.terms import Figure
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words

_DRAWN = 2


@dataclass(frozen=True, slots=True)
class _Asked:
    """項目: its name in words, and what became of each text that stood."""

    key: str
    label: str
    texts: tuple[tuple[FormText, Cell, Cell], ...]

    @property
    def returned(self) -> Cell:
        """Cells are added, never counts (FIG-04)."""
        return summed(returned for _, returned, _ in self.texts)

    @property
    def filed(self) -> Cell:
        """As `returned`."""
        return summed(filed for _, _, filed in self.texts)


def returns(chosen: str, place: str) -> Shown:
    """不備 of a kind of application by field; of one field (`section.field`) by text. At most three statements."""
    kind = kind_of(chosen)
    fields = _fields(kind)
    one = next((each for each in fields if each.key == place), None)
    by_field = _by_field(kind, fields)
    return Shown(
        Figure.RETURNS,
        (_by_text(one), by_field) if one else (by_field,),
        _most(kind, by_field),
        tuple(Choice(each.value, each.label, each is kind) for each in ApplicationKind),
        counted_at(FigureReturn),
    )


def _fields(kind: ApplicationKind) -> list[_Asked]:
    rows = FigureReturn.objects.select_related("text").filter(text__kind=kind)
    ordered = list(rows.order_by("text__section", "text__field", "text__from_at"))
    blocks = {row.text.section: row.text.label for row in ordered if not row.text.field}
    return [
        _asked(key, blocks, [*group])
        for key, group in groupby(ordered, key=lambda row: f"{row.text.section}.{row.text.field}")
    ]


def _asked(key: str, blocks: dict[str, str], rows: Sequence[FigureReturn]) -> _Asked:
    text = rows[-1].text
    block = blocks.get(text.section, text.section)
    label = f"{block}：{text.label}" if text.field else f"{block}（区分の全体）"
    return _Asked(key, label, tuple((row.text, *part_of(row.returned, row.filed)) for row in rows))


def _by_field(kind: ApplicationKind, fields: Sequence[_Asked]) -> Table:
    found = [each for each in fields if each.returned != 0]
    ranked = sorted(found, key=_rank)
    rest = len(fields) - len(found)
    return Table(
        "fields",
        f"項目ごとの不備：{kind.label}",
        ("区分と項目", "提出", "不備で返却", "割合（％）", "文の数"),
        tuple(
            Row(each.label, (each.filed, each.returned, _share(each), len(each.texts)), each.key)
            for each in ranked
        ),
        drawing=Drawing.BARS,
        drawn=(_DRAWN,),
        unit="％",
        note=f"ほかの{rest:,}項目には、不備がありませんでした。項目を選ぶと、文が変わるごとの割合を見られます。",
        empty="この種類の申請には、この13か月、返された不備がありません。",
    )


def _most(kind: ApplicationKind, by_field: Table) -> str:
    """The field with the largest share that is shown."""
    for row in by_field.rows[:1]:
        if isinstance(row.cells[_DRAWN], float):
            return f"{kind.label}、いちばん多い「{row.label}」：{with_unit(row.cells[_DRAWN], by_field.unit)}"
    return ""


def _rank(asked: _Asked) -> tuple[float, str]:
    share = _share(asked)
    return (-share if isinstance(share, float) else 1, asked.label)


def _share(asked: _Asked) -> Cell:
    return rate(asked.returned, asked.filed)


def _by_text(asked: _Asked) -> Table:
    return Table(
        "texts",
        f"文ごとの不備：{asked.label}",
        ("いつから", "見出し", "説明", "提出", "不備で返却", "割合（％）"),
        tuple(
            Row(
                date_words(day_of(text.from_at)),
                (text.label, text.help or "（なし）", filed, returned, rate(returned, filed)),
            )
            for text, returned, filed in asked.texts
        ),
        drawing=Drawing.BARS,
        drawn=(4,),
        unit="％",
        note="提出したときに出ていた文で分けています。いちばん上の文より前の提出は、その文に数えます。",
    )
