"""審査の待ち日数 (FIG-07)."""

from datetime import date, datetime

from django.db.models import Sum

from ccus.domain.applications.reading.queue import Counted, queue_counts
from ccus.domain.applications.rules import COUNTED_TO
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.figures.counting import counted_at
from ccus.domain.figures.hiding import Cell, beside_sum, if_shown, shown, with_unit
from ccus.domain.figures.models import FigureWait
from ccus.domain.figures.months import months_until, words_of
from ccus.domain.figures.tables import Choice, Drawing, Row, Shown, Table
from ccus.domain.figures.terms import NOTHING, Figure
from ccus.foundation.clock import day_of

_DAY = 86_400


def waiting(chosen: str, *, at: datetime) -> Shown:
    """What waits now, and how long the answers of thirteen months took. At most four statements."""
    kind = kind_of(chosen)
    months = months_until(day_of(at))
    sums = {row.month: row for row in FigureWait.objects.filter(kind=kind, month__gte=months[0])}
    past = _past(kind, months, sums)
    return Shown(
        Figure.WAITING,
        (_now(at), past),
        _lately(kind, past),
        tuple(Choice(each.value, each.label, each is kind) for each in ApplicationKind),
        counted_at(FigureWait),
    )


def kind_of(chosen: str) -> ApplicationKind:
    """The kind that was chosen; else the one that was answered most."""
    if chosen in set(ApplicationKind):
        return ApplicationKind(chosen)
    answered = FigureWait.objects.values("kind").annotate(count=Sum("answers")).order_by("-count", "kind")
    most = answered.first()
    return ApplicationKind(most["kind"]) if most else ApplicationKind.REGISTRATION


def _now(at: datetime) -> Table:
    counts = [each for each in queue_counts() if each.count]
    return Table(
        "now",
        "いま審査を待っている申請",
        ("種類", "件数", "最も古い（日）"),
        tuple(Row(each.kind.label, (_counted(each), _oldest(each, at))) for each in counts),
        drawing=Drawing.BARS,
        drawn=(0,),
        unit="件",
        empty="審査を待っている申請は、ありません。",
    )


def _counted(each: Counted) -> Cell:
    return each.words.removesuffix("件") if each.count >= COUNTED_TO else shown(each.count)


def _oldest(each: Counted, at: datetime) -> Cell:
    if each.oldest is None:
        return NOTHING
    return if_shown(each.count, (day_of(at) - day_of(each.oldest)).days)


def _past(kind: ApplicationKind, months: tuple[date, ...], sums: dict[date, FigureWait]) -> Table:
    answers = beside_sum([sums[month].answers if month in sums else 0 for month in months])
    rows = tuple(
        Row(words_of(month), _of_month(sums.get(month), cell))
        for month, cell in zip(months, answers, strict=True)
    )
    return Table(
        "past",
        f"答えまでの日数：{kind.label}",
        ("答えた月", "答えた件数", "中央値（日）", "9割がここまで（日）", "最も長い（日）"),
        rows if sums else (),
        drawing=Drawing.LINES,
        drawn=(1, 2),
        unit="日",
        note="列に入ってから、返却・承認・却下のどれかまでの日数です。返されて出し直したものは、出し直してから数えます。",
        empty="この種類の申請に答えた月は、まだ数えられていません。",
    )


def _lately(kind: ApplicationKind, past: Table) -> str:
    """The median of the newest month that shows one."""
    row = next((row for row in reversed(past.rows) if row.cells[1] != NOTHING), None)
    return f"{kind.label}、{row.label}の中央値：{with_unit(row.cells[1], past.unit)}" if row else ""


def _of_month(of: FigureWait | None, answers: Cell) -> tuple[Cell, ...]:
    if of is None or answers == NOTHING:
        return (answers, NOTHING, NOTHING, NOTHING)
    measures = (of.median, of.ninth, of.longest)
    return (answers, *(if_shown(of.answers, round(each / _DAY, 1)) for each in measures))
