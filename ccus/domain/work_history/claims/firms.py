"""その日の事業者: under which firms a worker may have worked on each of many days, in five statements (CLAIM-14)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from ccus.domain.companies.models import Company
from ccus.domain.sites.models import Placement, RosterLine
from ccus.domain.work_history.claims.day_checks import refuse_days
from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.workers.models import Affiliation, Worker
from ccus.foundation.dated import DatedFact
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal

Fact = TypeVar("Fact", bound=DatedFact)


class NotThatFirm(Refusal):
    """その日の事業者でない: the worker does not belong to the firm on these days (CLAIM-14)."""


@dataclass(frozen=True, slots=True)
class FirmOfDay:
    """その日の事業者: `company` (key) under which the day is claimed, `member` the spot of the roster line, if any."""

    company: int | None
    member: int | None


@dataclass(frozen=True, slots=True)
class _Bond:
    period: Period
    company: int | None
    is_main: bool = False
    member: int | None = None


def firms_on(
    worker: Worker, dates: Sequence[date], *, place: int, named: Company | None
) -> Mapping[date, FirmOfDay]:
    """The firm of each day: the one named, or that of the roster line, else the main 所属, else another one.

    Raises `NotThatFirm`, naming the days on which the worker does not belong to the firm that was named.
    """
    ids = ids_of(worker.pk)
    links, lines = _links(ids, dates), _lines(ids, dates, place)
    found = {on: _firm_of(_on(on, links), next(iter(_on(on, lines)), None), named) for on in dates}
    if named is not None:
        refuse_days(
            NotThatFirm,
            [on for on, firm in found.items() if firm is None],
            f"{named.name}の所属ではありません。その日の事業者を選び直すか、この日を外してください。",
        )
    return {on: firm for on, firm in found.items() if firm is not None}


def days_with(firm: int, worker: int, dates: Sequence[date], *, place: int) -> frozenset[date]:
    """The days on which a worker belongs to a firm (both keys), so that the firm may enter them (CLAIM-14)."""
    ids = ids_of(worker)
    bonds = [*_links(ids, dates), *_lines(ids, dates, place)]
    return frozenset(on for on in dates if firm in {bond.company for bond in _on(on, bonds)})


def _firm_of(links: Sequence[_Bond], line: _Bond | None, named: Company | None) -> FirmOfDay | None:
    member = line.member if line is not None else None
    own = {link.company for link in links} | ({line.company} if line is not None else set())
    if named is not None:
        return FirmOfDay(named.pk, member) if named.pk in own else None
    if line is not None and line.company is not None:
        return FirmOfDay(line.company, member)
    main = sorted(links, key=lambda link: not link.is_main)
    return FirmOfDay(main[0].company if main else None, member)


def _on(day: date, bonds: Iterable[_Bond]) -> list[_Bond]:
    return [bond for bond in bonds if day in bond.period]


def _links(ids: Sequence[int], dates: Collection[date]) -> list[_Bond]:
    own = _overlapping(Affiliation.objects.filter(worker__in=ids), dates).order_by("valid_from", "pk")
    lent = _overlapping(Placement.objects.filter(worker__in=ids), dates).order_by("valid_from", "pk")
    rows = own.values_list("valid_from", "valid_until", "company", "is_main")
    agreed = lent.values_list("valid_from", "valid_until", "company")
    return [
        *(_Bond(Period(since, until), company, is_main) for since, until, company, is_main in rows),
        *(_Bond(Period(since, until), company) for since, until, company in agreed),
    ]


def _lines(ids: Sequence[int], dates: Collection[date], place: int) -> list[_Bond]:
    lines = _overlapping(RosterLine.objects.filter(worker__in=ids, place=place), dates)
    rows = lines.values_list("valid_from", "valid_until", "member__company", "member")
    return [_Bond(Period(since, until), company, member=member) for since, until, company, member in rows]


def _overlapping(facts: "QuerySet[Fact]", dates: Collection[date]) -> "QuerySet[Fact]":
    not_over = Q(valid_until=None) | Q(valid_until__gt=min(dates))
    return facts.filter(not_over, valid_from__lte=max(dates), superseded_at=None)


def firms_as_claimed(
    worker: Worker, claimed: Mapping[date, int | None], *, place: int
) -> Mapping[date, FirmOfDay]:
    """The firm of days that were claimed before: the one that was said then, else as `firms_on` finds it."""
    found = firms_on(worker, list(claimed), place=place, named=None)
    return {on: FirmOfDay(claimed[on] or firm.company, firm.member) for on, firm in found.items()}
