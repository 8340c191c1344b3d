"""作業員名簿を読む: the lines of a spot, and who else could stand on it. Names come from disclosure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from ccus.domain.companies.models import Company, Seat
from ccus.domain.sites.models import Placement, PlacementRequest, RosterLine
from ccus.domain.sites.own_trades import agreed_with, trades_known
from ccus.domain.sites.work import Lists, Work, lists, work_of
from ccus.domain.workers.leaving import gone_among, pseudonym, still_here
from ccus.domain.workers.models import Affiliation, AffiliationRequest, Worker
from ccus.foundation.superseding import standing_on

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LineShown:
    """名簿の行, without a name; `number` of whoever left is a pseudonym (LEAVE-04).

    `work` holds codes, the rest what they are called. `until_on`: the day after the last.

    `written_by`: the firm that wrote the line; empty for the office. `is_linked`: 所属 or agreed 就業 with the firm of
    the spot, on the day that was asked for or the first of the line.
    """

    key: UUID
    line: int
    worker: int
    number: str
    work: Work
    trade: str
    position: str
    hazards: tuple[str, ...]
    special_checks: tuple[str, ...]
    qualifications: tuple[str, ...]
    from_on: date
    until_on: date | None
    written_by: str
    is_linked: bool

    @property
    def last_day(self) -> date | None:
        """The last day, None: no end in sight."""
        return self.until_on - _ONE_DAY if self.until_on else None


@dataclass(frozen=True, slots=True)
class Candidate:
    """のせられる人: a worker with a bond to the firm, and the own trades (code → label), the main one first.

    Whoever has not answered the firm's request yet stands with 主な職種 alone, which everybody may see.
    """

    worker: int
    number: str
    trades: Mapping[str, str]


def roster_of(member: int, *, on: date | None = None) -> tuple[LineShown, ...]:
    """作業員名簿 of a spot (key): the lines of a day, or of all days that were not taken back. By 技能者ID."""
    return _shown(RosterLine.objects.filter(member=member), on)


def lines_for(member: int, keys: Collection[UUID]) -> list[RosterLine]:
    """The rows behind keys of a page, for the acts; those of other spots are left out."""
    rows = RosterLine.objects.filter(member=member, key__in=keys).order_by("pk")
    return list(rows.select_related("member__site", "member__company", "trade", "position", "worker"))


def candidates_of(company: int, *, place: int, on: date) -> tuple[Candidate, ...]:
    """自社の技能者: those with a bond of `on` or a later day, or an open request, without a line there from `on`."""
    not_over = Q(valid_until=None) | Q(valid_until__gt=on)
    agreed = (
        link.filter(not_over, company=company, superseded_at=None).values_list("worker", flat=True)
        for link in (Affiliation.objects.all(), Placement.objects.all())
    )
    asked = (
        AffiliationRequest.objects.filter(company=company, closed_at=None).values_list("worker", flat=True),
        PlacementRequest.objects.filter(company=company, closed_at=None).values_list("worker", flat=True),
    )
    linked = {worker for link in agreed for worker in link}
    bonded = linked | {worker for ask in asked for worker in ask}
    there = RosterLine.objects.filter(not_over, place=place, worker__in=bonded, superseded_at=None)
    free = bonded - set(there.values_list("worker", flat=True))
    trades = trades_known(free, agreed=linked, on=on)
    rows = Worker.objects.filter(still_here(), pk__in=free).order_by("number").values_list("pk", "number")
    return tuple(Candidate(pk, number, trades.get(pk, {})) for pk, number in rows)


def trades_of(company: int, workers: Collection[int], *, on: date) -> dict[str, str]:
    """職種 that at least one of the workers has, as far as the firm (key) may know: code → label. By code."""
    known = trades_known(workers, agreed=agreed_with(company, workers, on=on), on=on)
    return dict(sorted(pair for own in known.values() for pair in own.items()))


def _standing(lines: "QuerySet[RosterLine]", on: date | None) -> "QuerySet[RosterLine]":
    return lines.filter(superseded_at=None) if on is None else standing_on(lines, on)


def _shown(lines: "QuerySet[RosterLine]", on: date | None) -> tuple[LineShown, ...]:
    """Ten statements, however many lines. By number, so that nobody's place tells it."""
    rows = list(
        _standing(lines, on)
        .select_related("worker", "trade", "position", "member__site")
        .order_by("worker__number", "valid_from")
    )
    known = lists()
    writers = _writers({row.recorded_by for row in rows})
    linked, gone = _linked(rows, on), gone_among(row.worker_id for row in rows)
    shown = (
        _line(row, known, writers.get(row.recorded_by, ""), _number(row, gone), row.pk in linked)
        for row in rows
    )
    return tuple(sorted(shown, key=lambda line: (line.number, line.from_on)))


def _number(row: RosterLine, gone: Collection[int]) -> str:
    is_gone = row.worker_id in gone
    return pseudonym(row.member.site.number, row.worker_id) if is_gone else row.worker.number


def _line(row: RosterLine, known: Lists, written_by: str, number: str, is_linked: bool) -> LineShown:
    work = work_of(row)
    return LineShown(
        key=row.key,
        line=row.pk,
        worker=row.worker_id,
        number=number,
        work=work,
        trade=row.trade.label,
        position=row.position.label,
        hazards=tuple(known.hazards.get(code, code) for code in work.hazards),
        special_checks=tuple(known.special_checks.get(code, code) for code in work.special_checks),
        qualifications=tuple(known.qualifications.get(code, code) for code in work.qualifications),
        from_on=row.valid_from,
        until_on=row.valid_until,
        written_by=written_by,
        is_linked=is_linked,
    )


def _writers(actors: Collection[str]) -> dict[str, str]:
    """Actor as it is recorded → the firm for which it wrote. Two statements."""
    by_kind: dict[str, list[int]] = {"company": [], "seat": []}
    for actor in actors:
        kind, _, key = actor.partition(":")
        if kind in by_kind:
            by_kind[kind].append(int(key))
    companies = Company.objects.filter(pk__in=by_kind["company"]).values_list("pk", "name")
    seats = Seat.objects.filter(pk__in=by_kind["seat"]).values_list("pk", "company__name")
    return {f"company:{pk}": name for pk, name in companies} | {f"seat:{pk}": name for pk, name in seats}


def _linked(rows: Collection[RosterLine], on: date | None) -> set[int]:
    """Lines whose worker is linked to the firm of the spot, on the day or on the line's first one. Two statements."""
    found: set[int] = set()
    workers = {row.worker_id for row in rows}
    for links in (Affiliation.objects.all(), Placement.objects.all()):
        spans: dict[tuple[int, int], list[tuple[date, date | None]]] = {}
        of_them = links.filter(worker__in=workers, superseded_at=None)
        columns = ("worker", "company", "valid_from", "valid_until")
        for worker, company, since, until in of_them.values_list(*columns):
            spans.setdefault((worker, company), []).append((since, until))
        for row in rows:
            at = on or row.valid_from
            own = spans.get((row.worker_id, row.member.company_id or 0), [])
            if any(since <= at and (until is None or at < until) for since, until in own):
                found.add(row.pk)
    return found
