"""入力の用紙を読む: what may be chosen for a worker's days, and what was typed as values of the acts (PORTAL-22)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from ccus.domain.codes.models import Position, Trade
from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Placement, RosterLine
from ccus.domain.work_history.claim_terms import Why
from ccus.domain.work_history.claims.blocks import BEGAN, ENDED, time_of
from ccus.domain.work_history.claims.day_checks import DayTyped
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.workers import options as of_workers
from ccus.domain.workers.models import Affiliation, WorkerTrade
from ccus.foundation.entry.block import Values
from ccus.foundation.entry.options import Option
from ccus.foundation.identifiers import digits_of

_OWN = "登録された職種"
_OTHER = "ほかの職種："


@dataclass(frozen=True, slots=True)
class Usual:
    """いつもの内容: what the form begins with: of the roster line at the site, else the registered trade; codes."""

    trade: str = ""
    position: str = ""
    work_content: str = ""


def choices_for(
    worker: int, *, place: int | None, from_on: date, until_on: date
) -> Callable[[str], tuple[Option, ...]]:
    """The lists of the form, for days from `from_on` to before `until_on`: name of a list → its options."""
    firms = _firms(worker, place, from_on, until_on)
    own = set(_trades(worker, from_on, until_on))
    lists: dict[str, tuple[Option, ...]] = {
        "firm": firms,
        "trade": _own_first(own),
        "own_trade": tuple(option for option in of_workers.options("trade") if option.value in own),
        "position": tuple(
            Option(code, label)
            for code, label in Position.objects.order_by("pk").values_list("code", "label")
        ),
        "why": tuple(Option(str(int(why)), why.label) for why in Why),
    }
    return lists.__getitem__


def usual_at(worker: int, place: int | None, *, on: date, firm: int | None = None) -> Usual:
    """What the worker does at a site, as its roster says it; elsewhere the registered trade.

    No firm: it may be another one on each day, and what nobody names is found for each day (CLAIM-14).
    With `firm` (key) its own roster lines alone are read: others are not for its eyes (D-08).
    """
    lines = RosterLine.objects.filter(
        worker__in=ids_of(worker), place=place, superseded_at=None, valid_from__lte=on
    )
    if firm is not None:
        lines = lines.filter(member__company=firm)
    line = lines.select_related("trade", "position").order_by("-valid_from", "-pk").first()
    if line is not None:
        return Usual(
            line.trade.code if line.trade_id else "",
            line.position.code if line.position_id else "",
            line.work_content,
        )
    standing = Q(valid_from__lte=on, superseded_at=None) & (Q(valid_until=None) | Q(valid_until__gt=on))
    trades = WorkerTrade.objects.filter(standing, worker=worker).order_by("rank")
    return Usual(trades.values_list("trade__code", flat=True).first() or "")


def company_chosen(values: Values) -> Company | None:
    """The firm that was chosen; None for none."""
    number = digits_of(str(values.get("company") or ""))
    return Company.objects.filter(number=number).first() if number else None


def days_typed(whole: Values, single: Mapping[date, Values]) -> list[DayTyped]:
    """The days as the acts take them: what was typed for all, or for a single day instead of it (PORTAL-22)."""
    trades = {row.code: row for row in Trade.objects.all()}
    positions = {row.code: row for row in Position.objects.all()}
    made = []
    for on, own in single.items():
        values = {**whole, **{name: value for name, value in own.items() if value is not None}}
        made.append(
            DayTyped(
                on=on,
                trade=trades.get(str(values.get("trade"))),
                position=positions.get(str(values.get("position"))),
                work_content=str(values.get("work_content") or ""),
                began=time_of(BEGAN, str(values.get("began") or "")),
                ended=time_of(ENDED, str(values.get("ended") or "")),
                why=Why(int(str(values["why"]))) if values.get("why") else None,
                remark=str(values.get("remark") or ""),
            )
        )
    return made


def _firms(worker: int, place: int | None, from_on: date, until_on: date) -> tuple[Option, ...]:
    lasts = Q(valid_until=None) | Q(valid_until__gt=from_on)
    during = {"worker__in": ids_of(worker), "superseded_at": None, "valid_from__lt": until_on}
    keys = {
        *Affiliation.objects.filter(lasts, **during).values_list("company", flat=True),
        *Placement.objects.filter(lasts, **during).values_list("company", flat=True),
        *RosterLine.objects.filter(lasts, place=place, **during).values_list("member__company", flat=True),
    }
    rows = Company.objects.filter(pk__in=keys - {None}).order_by("name_kana", "number")
    return tuple(Option(number, name) for number, name in rows.values_list("number", "name"))


def _trades(worker: int, from_on: date, until_on: date) -> list[str]:
    lasts = Q(valid_until=None) | Q(valid_until__gt=from_on)
    rows = WorkerTrade.objects.filter(lasts, worker=worker, superseded_at=None, valid_from__lt=until_on)
    return list(rows.values_list("trade__code", flat=True))


def _own_first(own: set[str]) -> tuple[Option, ...]:
    every = of_workers.options("trade")
    mine = tuple(replace(option, group=_OWN) for option in every if option.value in own)
    rest = (option for option in every if option.value not in own)
    return (*mine, *(replace(option, group=f"{_OTHER}{option.group}") if mine else option for option in rest))


def work_chosen(values: Values) -> tuple[Trade | None, Position | None]:
    """職種 and 立場 of a correction; None for what was not chosen."""
    return (
        Trade.objects.filter(code=values.get("trade") or "").first(),
        Position.objects.filter(code=values.get("position") or "").first(),
    )
