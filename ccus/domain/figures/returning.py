"""不備を文ごとに数える (FIG-10)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from ccus.domain.figures.counting_sql import FILED, RETURNED
from ccus.domain.figures.form_texts import Place, asked_of
from ccus.domain.figures.models import FigureReturn, FormText
from ccus.domain.figures.spans import grades_shown, joined

_Filed = dict[str, dict[datetime, dict[str, int]]]
"""Kind → begin of the span → grade → handed in."""


def count_returns(given: Mapping[str, Any]) -> list[FigureReturn]:
    """The rows of every text under which something was handed in. Three statements."""
    filed = _filed(given)
    shown = {kind: grades_shown([*spans.values()]) for kind, spans in filed.items()}
    counts_as = {kind: joined([*spans.items()]) for kind, spans in filed.items()}
    texts = _texts()
    sums: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for (kind, section, field), grades in _grades().items():
        for since, by_grade in filed.get(kind, {}).items():
            text = _standing(texts.get((kind, section, field), ()), counts_as[kind][since])
            if text is not None:
                sums[text][0] += sum(by_grade.get(grade, 0) for grade in grades if grade in shown[kind])
    for kind, grade, section, field, since, count in _rows(RETURNED, given):
        text = _standing(texts.get((kind, section, field), ()), counts_as[kind][since])
        if text is not None and grade in shown[kind]:
            sums[text][1] += count
    at = given["at"]
    return [
        FigureReturn(text_id=text, filed=asked, returned=min(asked, back), counted_at=at)
        for text, (asked, back) in sums.items()
        if asked
    ]


def _filed(given: Mapping[str, Any]) -> _Filed:
    found: _Filed = defaultdict(dict)
    for kind, since, grade, count in _rows(FILED, given):
        found[kind].setdefault(since, {})[grade] = count
    return found


def _texts() -> dict[Place, list[tuple[datetime, int]]]:
    """Place → (since when, key) of its texts, the oldest first."""
    found: dict[Place, list[tuple[datetime, int]]] = defaultdict(list)
    rows = FormText.objects.order_by("from_at").values_list("kind", "section", "field", "from_at", "pk")
    for kind, section, field, from_at, key in rows:
        found[kind, section, field].append((from_at, key))
    return found


def _grades() -> dict[Place, list[str]]:
    """Place → the grades of applications that ask it."""
    found: dict[Place, list[str]] = defaultdict(list)
    for kind, grade, section, field in asked_of():
        found[kind, section, field].append(grade)
    return found


def _standing(texts: Sequence[tuple[datetime, int]], since: datetime) -> int | None:
    """The text that stood in the span that began then; the first one before there was any."""
    if not texts:
        return None
    place = bisect_right([from_at for from_at, _ in texts], since)
    return texts[max(0, place - 1)][1]


def _rows(statement: str, given: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        yield from cursor.fetchall()
