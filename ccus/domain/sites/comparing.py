"""二つの名簿をくらべる: who is only here, only there, in both but different (SITE-29). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from ccus.domain.sites.work import Work
from ccus.foundation.labelled import Labelled

LABELS = {
    "trade": "職種",
    "position": "立場",
    "work_content": "作業内容",
    "hazards": "有害物質の取扱い",
    "special_checks": "特殊健康診断",
    "qualifications": "必要な保有資格",
    "entered_on": "入場年月日",
    "educated_on": "受入教育実施年月日",
}


class Found(Labelled):
    """くらべた結果: `HERE` is the roster that is worked on, `THERE` the other."""

    ONLY_HERE = "only_here", "この名簿だけ"
    ONLY_THERE = "only_there", "くらべる名簿だけ"
    DIFFERENT = "different", "内容がちがう"
    SAME = "same", "同じ"


@dataclass(frozen=True, slots=True)
class Side:
    """一人: worker by key and number, and the work."""

    worker: int
    number: str
    work: Work


@dataclass(frozen=True, slots=True)
class Compared:
    """くらべた一人. `differs`: labels of what is different."""

    number: str
    found: Found
    here: Side | None
    there: Side | None
    differs: tuple[str, ...] = ()

    @property
    def worker(self) -> int:
        """The worker, by key."""
        side = self.here or self.there
        return side.worker if side else 0


def compared(here: Iterable[Side], there: Iterable[Side]) -> tuple[Compared, ...]:
    """Everybody of both by 技能者ID; what is the same comes last."""
    left, right = {side.number: side for side in here}, {side.number: side for side in there}
    found = [_one(number, left.get(number), right.get(number)) for number in sorted({*left, *right})]
    order = list(Found)
    return tuple(sorted(found, key=lambda each: (order.index(each.found), each.number)))


def _one(number: str, here: Side | None, there: Side | None) -> Compared:
    if here is None or there is None:
        return Compared(number, Found.ONLY_THERE if here is None else Found.ONLY_HERE, here, there)
    differs = tuple(
        LABELS[field.name]
        for field in fields(Work)
        if getattr(here.work, field.name) != getattr(there.work, field.name)
    )
    return Compared(number, Found.DIFFERENT if differs else Found.SAME, here, there, differs)
