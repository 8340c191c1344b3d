"""見くらべる表: what disclosure shows of two workers, line by line."""

from datetime import date
from typing import NamedTuple

from ccus.domain.disclosure.reading import WorkerSeen
from ccus.foundation.japanese import date_words
from ccus.ui.record import record_of

_SAYS_NOTHING = frozenset({"変わった日", "通称名をカードに印字する"})


class Beside(NamedTuple):
    """一行: what both records say under one label."""

    label: str
    one: str
    other: str

    @property
    def is_same(self) -> bool:
        """Whether both say the same, and something."""
        return bool(self.one) and self.one == self.other

    @property
    def is_alone(self) -> bool:
        """Whether only one of them says something."""
        return not (self.one and self.other)


def beside(one: WorkerSeen, other: WorkerSeen) -> tuple[Beside, ...]:
    """Every label that one of the two fills in, in the order of the registration."""
    left, right = _lines(one), _lines(other)
    labels = [*left, *(label for label in right if label not in left)]
    return tuple(Beside(label, left.get(label, ""), right.get(label, "")) for label in labels)


def _lines(seen: WorkerSeen) -> dict[str, str]:
    lines = {"生年月日": date_words(seen.birth_on)} if isinstance(seen.birth_on, date) else {}
    for part in record_of(seen).parts:
        if part.is_hidden:
            continue
        for row in part.rows:
            for line in row:
                if line.words and not line.picture and line.label not in _SAYS_NOTHING:
                    label = line.label if line.label.startswith(part.label) else f"{part.label}：{line.label}"
                    lines[label] = "、".join(filter(None, (lines.get(label), line.words)))
    return lines
