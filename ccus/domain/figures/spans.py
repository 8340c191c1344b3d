"""文の期間: the times between two changes of a form, joined until none of them tells a small number (FIG-10). Pure.

What two fields were asked how often lies apart by the forms that came in between their changes: were those from 1 to
4, the two numbers would tell it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from ccus.domain.figures.hiding import is_small

Filed = Mapping[str, int]
"""How many were handed in within a span, by grade."""


def grades_shown(spans: Sequence[Filed]) -> set[str]:
    """Grades that count: beside one that is shown, one in which 1 to 4 were handed in would be told by the difference
    of what both were asked and what one was.

    >>> grades_shown([{"simple": 2, "detailed": 40}, {"simple": 1}]), grades_shown([{"simple": 3}, {"": 0}])
    ({'detailed'}, {'simple'})
    """
    whole = sum((Counter(filed) for filed in spans), Counter[str]())
    large = {grade for grade, count in whole.items() if not is_small(count)}
    return large or set(whole)


def joined(spans: Sequence[tuple[datetime, Filed]]) -> dict[datetime, datetime]:
    """Begin of each span → begin of the span as which it counts: of those joined with it, the one with the most.

    `spans` of one kind, the oldest first. A grade of which the whole is small counts for nothing here: it is hidden,
    or left out (`grades_shown`).
    """
    if not spans:
        return {}
    whole = sum((Counter(filed) for _, filed in spans), Counter[str]())
    grades = [grade for grade, count in whole.items() if not is_small(count)]
    groups: list[list[tuple[datetime, Filed]]] = [[]]
    for span in spans:
        if groups[-1] and not _tells(groups[-1], grades):
            groups.append([])
        groups[-1].append(span)
    while len(groups) > 1 and _tells(groups[-1], grades):
        last = groups.pop()
        groups[-1].extend(last)
    return {since: _deciding(group) for group in groups for since, _ in group}


def _tells(group: Sequence[tuple[datetime, Filed]], grades: Sequence[str]) -> bool:
    return any(is_small(sum(filed.get(grade, 0) for _, filed in group)) for grade in grades)


def _deciding(group: Sequence[tuple[datetime, Filed]]) -> datetime:
    return max(group, key=lambda span: (sum(span[1].values()), span[0]))[0]
