"""就業内容: the fields of a roster line as values, and the lists that they are chosen from (SITE-09)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ccus.domain.codes.models import Position, QualificationType, SpecialCheck, Trade
from ccus.domain.sites.models import RosterLine
from ccus.domain.sites.terms import Hazard


@dataclass(frozen=True, slots=True)
class Work:
    """就業内容: everything but the worker and the days, as codes; the last two are 入場 and 受入教育."""

    trade: str
    position: str
    work_content: str = ""
    hazards: tuple[str, ...] = ()
    special_checks: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    entered_on: date | None = None
    educated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """名簿にのせる一人: worker by key, work, days; `until_on` is the day after the last."""

    worker: int
    work: Work
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class Lists:
    """選択肢: code → label of each list, in the order of forms; `trade_keys` and `position_keys`: code → key."""

    trades: Mapping[str, str]
    positions: Mapping[str, str]
    hazards: Mapping[str, str]
    special_checks: Mapping[str, str]
    qualifications: Mapping[str, str]
    trade_keys: Mapping[str, int]
    position_keys: Mapping[str, int]


def lists() -> Lists:
    """All of them. Four statements."""
    trades = list(Trade.objects.order_by("pk").values_list("code", "label", "pk"))
    positions = list(Position.objects.order_by("pk").values_list("code", "label", "pk"))
    return Lists(
        trades={code: label for code, label, _ in trades},
        positions={code: label for code, label, _ in positions},
        hazards={hazard.value: hazard.label for hazard in Hazard},
        special_checks=dict(SpecialCheck.objects.order_by("place").values_list("code", "label")),
        qualifications=dict(QualificationType.objects.order_by("place").values_list("code", "label")),
        trade_keys={code: key for code, _, key in trades},
        position_keys={code: key for code, _, key in positions},
    )


def work_of(line: RosterLine) -> Work:
    """What a line says; trade and position are read with it or one by one."""
    return Work(
        trade=line.trade.code,
        position=line.position.code,
        work_content=line.work_content,
        hazards=tuple(line.hazards),
        special_checks=tuple(line.special_checks),
        qualifications=tuple(line.qualifications),
        entered_on=line.entered_on,
        educated_on=line.educated_on,
    )


def columns_of(work: Work, known: Lists) -> dict[str, object]:
    """The columns of a line that says this."""
    return {
        "trade_id": known.trade_keys[work.trade],
        "position_id": known.position_keys[work.position],
        "work_content": work.work_content,
        "hazards": list(work.hazards),
        "special_checks": list(work.special_checks),
        "qualifications": list(work.qualifications),
        "entered_on": work.entered_on,
        "educated_on": work.educated_on,
    }
