"""事実を集めて判定する: everything the virtual taps of many sites need, in a constant number of statements."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from ccus.domain.readiness import facts_sql as sql
from ccus.domain.readiness import rules
from ccus.domain.readiness.foreseen import Foreseen, Readiness
from ccus.domain.readiness.mending import Matter, SiteOf, Spot, mends
from ccus.domain.work_history import facts_sql, standing
from ccus.domain.work_history import rules as taps
from ccus.domain.work_history.folding import Cards, held_cards
from ccus.domain.work_history.rules import Standing
from ccus.domain.work_history.scripts import Rows, Script
from ccus.domain.work_history.standing import Key
from ccus.domain.work_history.terms import Reason

_NOBODY = Cards({}, [], ())
Person = tuple[int, int, UUID | None, int | None, str]
"""(place, worker, line's key, member, 技能者ID)."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A person with what stands for the day and what the tap would make."""

    person: Person
    standing: Standing
    verdict: rules.Verdict


@dataclass(frozen=True, slots=True)
class _Around:
    """What says who can mend: holes by member, open requests by (worker, company), employers by worker."""

    holes: Mapping[int, Sequence[int]]
    asked: Mapping[tuple[int, int], Sequence[str]]
    employers: Mapping[int, Sequence[int]]


def foresee(places: Sequence[int], day: date, at: datetime) -> Script[dict[int, Readiness]]:
    """先に見る: the readiness of each site on a day, as the facts are now. At most nine statements."""
    given = {"places": list(places), "on_day": day}
    sites = _sites((yield sql.SITES, given), (yield sql.SPOTS, given))
    people: list[Person] = [tuple(row) for row in (yield sql.PEOPLE, given | _recent(day, at))]
    judged = yield from _judge(people, taps.day_number(day), round(at.timestamp() * 1000))
    around = yield from _look_around(judged, sites, day)
    lines: dict[int, list[Foreseen]] = {place: [] for place in sites}
    for one in judged:
        place = one.person[0]
        if place in sites:
            lines[place].append(_foreseen(one, sites[place], around))
    return {place: Readiness(site, day, tuple(lines[place])) for place, site in sites.items()}


def _sites(sites: Rows, spots: Rows) -> dict[int, SiteOf]:
    held: dict[int, dict[int, Spot]] = defaultdict(dict)
    for place, member, key, company, name, path, is_closed in spots:
        held[place][member] = Spot(member, key, company, name, tuple(path), is_closed)
    return {
        place: SiteOf(place, number, name, prime, prime_name, frozenset(partners), held[place])
        for place, number, name, prime, prime_name, partners in sites
    }


def _recent(day: date, at: datetime) -> dict[str, object]:
    """The days in which somebody without a line is still thought of, and the first key of a tap in them."""
    until = min(taps.start_of(taps.day_number(day) + 1), round(at.timestamp() * 1000))
    since = until - rules.RECENT_DAYS * taps.DAY
    moments = [datetime.fromtimestamp(ms / 1000, tz=at.tzinfo) for ms in (since, until)]
    return {
        "first_tap": uuid.UUID(int=since << 80),
        "since": moments[0],
        "until": moments[1] + timedelta(milliseconds=1),
    }


def _judge(people: Sequence[Person], day: int, now: int) -> Script[list[_Judged]]:
    if not people:
        return []
    cards = held_cards((yield facts_sql.CARDS, {"workers": sorted({worker for _, worker, *_ in people})}))
    keys: list[Key] = [(worker, place, day) for place, worker, *_ in people]
    stands = standing.from_rows((yield standing.SQL, standing.parameters(keys)))
    ms = rules.moment(day, now)
    return [
        _Judged(person, stands[key], rules.virtual_tap(cards.get(key[0], _NOBODY).by_serial, stands[key], ms))
        for person, key in zip(people, keys, strict=True)
    ]


def _look_around(judged: Iterable[_Judged], sites: Mapping[int, SiteOf], day: date) -> Script[_Around]:
    amber = [one for one in judged if not one.verdict.counts]
    members = sorted(
        {(one.standing.member, one.person[0]) for one in amber if one.standing.member is not None}
    )
    number = taps.day_number(day)
    chains = {
        "members": [member for member, _ in members],
        "places": [place for _, place in members],
        "days": [number] * len(members),
        "deadlines": [taps.deadline(number)] * len(members),
        "known_at": None,
    }
    holes: dict[int, list[int]] = defaultdict(list)
    for member, _, _, hole in (yield standing.HOLES, chains) if members else ():
        holes[member].append(hole)
    apart = [(one.person[1], _firm(one, sites)) for one in amber if _lacks_link(one)]
    pairs = [(worker, firm) for worker, firm in apart if firm is not None]
    given: dict[str, object] = {"on_day": day, "workers": [worker for worker, _ in pairs]}
    asked: dict[tuple[int, int], list[str]] = defaultdict(list)
    for worker, firm, who in (
        (yield sql.ASKED, given | {"companies": [firm for _, firm in pairs]}) if pairs else ()
    ):
        asked[worker, firm].append(who)
    without = [one.person[1] for one in amber if one.standing.line is None]
    employers: dict[int, list[int]] = defaultdict(list)
    for worker, firm in (yield sql.EMPLOYERS, given | {"workers": without}) if without else ():
        employers[worker].append(firm)
    return _Around(holes, asked, employers)


def _lacks_link(one: _Judged) -> bool:
    return Reason.NOT_LINKED_TO_EMPLOYER in (*one.verdict.reasons, *one.verdict.beyond)


def _firm(one: _Judged, sites: Mapping[int, SiteOf]) -> int | None:
    member = one.standing.member
    return sites[one.person[0]].spots[member].company if member is not None else None


def _foreseen(one: _Judged, site: SiteOf, around: _Around) -> Foreseen:
    _, worker, line, member, number = one.person
    theirs = around.employers.get(worker, ())
    employer_spots = [
        spot.member
        for firm in theirs
        for spot in site.spots.values()
        if spot.company == firm and not spot.is_closed
    ]
    firm = site.spots[member].company if member is not None else None
    matter = Matter(
        site=site,
        member=member,
        holes=around.holes.get(member, ()) if member is not None else (),
        employer_spots=employer_spots,
        asked_by=around.asked.get((worker, firm), ()) if firm is not None else (),
    )
    on_path = (member,) if member is not None else employer_spots
    return Foreseen(
        worker=worker,
        number=number,
        line=line,
        member=member,
        under=site.spots[member].name if member is not None else "",
        firms=frozenset(company for spot in on_path for company in site.companies(spot)),
        verdict=one.verdict,
        mends=mends(matter, (*one.verdict.reasons, *one.verdict.beyond)),
    )
