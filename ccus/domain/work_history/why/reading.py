"""一日の根拠を読む: every fact behind one day of a worker, in a constant number of statements (PORTAL-33)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from ccus.domain.work_history import aliases, rules, standing
from ccus.domain.work_history.claim_rules import Turn
from ccus.domain.work_history.claims.reading import ClaimShown, claims_shown
from ccus.domain.work_history.models import DayClaim
from ccus.domain.work_history.reading.days import DayRecord, records_between
from ccus.domain.work_history.reading.rows import rows
from ccus.domain.work_history.reading.unrecorded import raw_bounds
from ccus.domain.work_history.rules import Standing
from ccus.domain.work_history.scripts import run
from ccus.domain.work_history.terms import Direction, Outcome, Reason
from ccus.domain.work_history.why import sql
from ccus.domain.work_history.why.lacks import Facts, Wanted, wanted
from ccus.domain.work_history.why.shown import (
    DayWhy,
    FirmSeen,
    Lack,
    LineSeen,
    LinkSeen,
    PeriodSeen,
    PlaceWhy,
    Recorded,
    SiteSeen,
    TapSeen,
)
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the statements found, by place, member, line and company."""

    records: Mapping[int, DayRecord]
    taps: Mapping[int, Sequence[TapSeen]]
    claims: Mapping[int, Sequence[ClaimShown]]
    sites: Mapping[int, SiteSeen]
    standings: Mapping[int, Standing]
    periods: Mapping[int, PeriodSeen]
    lines: Mapping[int, LineSeen]
    chains: Mapping[int, Sequence[FirmSeen]]
    links: Mapping[int, LinkSeen]
    employers: Sequence[tuple[int, bool, Sequence[int]]]
    requests: Mapping[int, bool]


def why_day(worker: int, on: date, *, at: datetime) -> DayWhy:
    """一日の根拠 of a worker (key): each place with its facts and what it lacks, those that count first.

    About fifteen statements, however many places, firms and claims.
    """
    ids = _ids(worker)
    found = _gather(ids, on)
    lacking = {place: _wanted(place, on, found) for place in found.sites}
    shown = _lacks(ids, lacking, at)
    places = sorted(
        (_place(site, found, shown.get(site.place, ())) for site in found.sites.values()),
        key=lambda place: (9 if place.record is None else place.record.state, place.site.name),
    )
    return DayWhy(on, tuple(places))


def _ids(worker: int) -> list[int]:
    """The IDs of the person; the days stand under the first (SAME-06)."""
    with connection.cursor() as cursor:
        return list(run(cursor, aliases.read_persons([worker])).ids(worker))


def _gather(ids: list[int], on: date) -> _Gathered:
    from_at, until_at = raw_bounds(on, on + 2 * ONE_DAY)
    given: dict[str, Any] = {"workers": ids, "on": on, "from_at": from_at, "until_at": until_at}
    records = {record.place: record for record in records_between(ids[0], on, on + ONE_DAY)}
    taps = _by_place((place, _tap(rest)) for place, *rest in rows(sql.TAPS, given))
    said = claims_shown(DayClaim.objects.filter(worker__in=ids, work_on=on).order_by("pk"))
    claims = _by_place((claim.place, claim) for claim in said)
    given["places"] = sorted({*records, *taps, *claims})
    sites = {row[0]: SiteSeen(*row) for row in rows(sql.SITES, given)}
    standings = _standings(ids[0], [place for place, site in sites.items() if site.number], on)
    lines = [stood.line for stood in standings.values() if stood.line is not None]
    chains = _chains({stood.member: place for place, stood in standings.items() if stood.member}, on)
    firms = [chain[-1].company for chain in chains.values() if chain[-1].company is not None]
    links = rows(sql.LINKS, given | {"companies": firms})
    return _Gathered(
        records,
        taps,
        claims,
        sites,
        standings,
        periods={row[0]: _period(row) for row in rows(sql.PERIODS, given)},
        lines={row[0]: _line(row) for row in rows(sql.LINES, {"lines": lines})},
        chains=chains,
        links={row[0]: LinkSeen(row[1], row[2], Recorded(*row[3:])) for row in reversed(links)},
        employers=[(company, is_main, at) for company, is_main, at in rows(sql.EMPLOYERS, given)],
        requests=dict(rows(sql.REQUESTS, given)),
    )


def _by_place(found: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    by_place: dict[int, list[Any]] = defaultdict(list)
    for place, one in found:
        by_place[place].append(one)
    return by_place


def _tap(row: Sequence[Any]) -> TapSeen:
    at, reader, direction, outcome, reasons, received_at, is_number_only = row
    return TapSeen(
        at,
        reader,
        Direction(direction),
        Outcome(outcome),
        tuple(map(Reason, reasons)),
        received_at,
        is_number_only,
    )


def _period(row: Sequence[Any]) -> PeriodSeen:
    _, from_on, last_on, by, at = row
    return PeriodSeen(from_on, last_on, Recorded(by, at))


def _line(row: Sequence[Any]) -> LineSeen:
    _, firm, trade, position, work_content, by, at = row
    return LineSeen(firm, trade, position, work_content, Recorded(by, at))


def _standings(worker: int, places: Sequence[int], on: date) -> dict[int, Standing]:
    keys = [(worker, place, rules.day_number(on)) for place in places]
    with connection.cursor() as cursor:
        persons = run(cursor, aliases.read_persons([worker]))
        stood = run(cursor, aliases.read_standings(keys, persons, None))
    return {place: one for (_, place, _), one in stood.items()}


def _chains(members: Mapping[int, int], on: date) -> dict[int, list[FirmSeen]]:
    """The firms above each member, by the member; whoever supports nothing on the day did not accept."""
    day = rules.day_number(on)
    asked = {
        "members": list(members),
        "places": list(members.values()),
        "days": [day] * len(members),
        "deadlines": [rules.deadline(day)] * len(members),
        "known_at": None,
    }
    holes = {(member, hole) for member, _, _, hole in rows(standing.HOLES, asked)}
    chains: dict[int, list[FirmSeen]] = defaultdict(list)
    for member, spot, name, tier, is_stand_in, by, at, *rest in rows(sql.CHAIN, asked | {"on": on}):
        accepted = None if at is None or (member, spot) in holes else Recorded(by, at)
        chains[member].append(FirmSeen(name, tier, is_stand_in, accepted, *rest))
    return chains


def _wanted(place: int, on: date, found: _Gathered) -> list[Wanted]:
    site, record = found.sites[place], found.records.get(place)
    if site.prime is None or (record is None and not found.taps.get(place)):
        return []
    stood = found.standings[place]
    if record is None and stood.in_period:
        return []  # the card was no good: no paper mends that
    facts = Facts(
        on=on,
        prime=site.prime,
        state=None if record is None else record.state,
        standing=stood,
        chain=found.chains.get(stood.member or 0, ()),
        employers=[company for company, _, places in found.employers if place in places],
        has_employer=bool(found.employers),
        asked=found.requests,
        turn=_turn(found.claims.get(place, ())),
    )
    return wanted(facts)


def _turn(claims: Iterable[ClaimShown]) -> Turn | None:
    return next((claim.turn for claim in claims if claim.turn is not None), None)


def _lacks(
    ids: Sequence[int], lacking: Mapping[int, Sequence[Wanted]], at: datetime
) -> dict[int, tuple[Lack, ...]]:
    today = day_of(at)
    companies = {one.company for each in lacking.values() for one in each}
    named = rows(sql.COMPANIES, {"companies": [key for key in companies if key is not None]})
    names: dict[int | None, tuple[str, str]] = {key: (number, name) for key, number, name in named}
    given = {"workers": list(ids), "places": list(lacking), "today": today}
    asked = {(place, fact, company): on for place, fact, company, on in rows(sql.ASKED, given)}
    return {
        place: tuple(
            Lack(
                one.missing,
                one.step,
                one.company,
                names.get(one.company, ("", "本人"))[0],
                names.get(one.company, ("", "本人"))[1],
                one.last_on,
                one.last_on is not None and one.last_on < today,
                asked.get((place, one.missing, one.company)),
            )
            for one in each
        )
        for place, each in lacking.items()
    }


def _place(site: SiteSeen, found: _Gathered, lacks: tuple[Lack, ...]) -> PlaceWhy:
    stood = found.standings.get(site.place, Standing(in_period=False))
    chain = tuple(found.chains.get(stood.member or 0, ()))
    return PlaceWhy(
        site=site,
        record=found.records.get(site.place),
        taps=tuple(found.taps.get(site.place, ())),
        period=found.periods.get(site.place) if stood.in_period else None,
        line=found.lines.get(stood.line or 0),
        chain=chain,
        link=found.links.get(chain[-1].company or 0) if chain and stood.is_linked else None,
        claims=tuple(found.claims.get(site.place, ())),
        lacks=lacks,
    )
