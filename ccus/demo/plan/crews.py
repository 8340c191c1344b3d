"""Crews: who goes to work together, where, and what the paperwork makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from ccus.demo.plan.facts import Block, District, Firm, Ids, Person, Site, Span, Stint
from ccus.demo.plan.sites import member_of
from ccus.domain.work_history.rules import HOUR, start_of

_ROUNDS = 0.06  # crews that go round several small sites
_SITES_OF_A_ROUND = 5
_LATE_ROSTER, _VERY_LATE_ROSTER, _NO_ROSTER, _FORGOTTEN_PERSON = 0.08, 0.02, 0.015, 0.015


@dataclass(slots=True)
class Crew:
    """班: people with the days they belong to it; the first leads."""

    firm: Firm
    people: list[tuple[Person, int, int]]


@dataclass(slots=True)
class Leg:
    """A stretch of a crew's way: these sites on these days."""

    from_day: int
    until_day: int
    sites: list[Site]


def crews_of(rng: Random, district: District, span: Span) -> list[Crew]:
    """The crews of every firm, three to six people each; whoever changes the employer changes the crew."""
    far = span.today + 3650
    staff: dict[int, list[tuple[Person, int, int]]] = {firm.id: [] for firm in district.firms}
    for person in district.people:
        for job in person.employments:
            staff[job.firm.id].append((person, job.from_day, job.until_day or far))
    crews = []
    for firm in district.firms:
        people = staff[firm.id]
        while people:
            size = rng.randrange(3, 7)
            crews.append(Crew(firm, people[:size]))
            people = people[size:]
    return crews


def wander(rng: Random, crew: Crew, district: District, activity: float, span: Span) -> Iterator[Leg]:
    """The way of a crew from site to site, with times at sites that have no reader between them."""
    sites = [site for site in district.sites if crew.firm.level > 0 or site.prime is crew.firm]
    is_round = rng.random() < _ROUNDS
    day = span.from_day - int(40 * rng.random()) + (int(60 * rng.random()) if activity < 0.5 else 0)
    while day < span.today:
        open_now = [site for site in sites if site.from_day <= day and day + 10 < site.until_day]
        if not open_now:
            day += 7
            continue
        few = rng.sample(open_now, min(_SITES_OF_A_ROUND if is_round else 1, len(open_now)))
        until = min(day + rng.randrange(25, 170), *(site.until_day for site in few), span.today + 90)
        yield Leg(day, until, few)
        day = until + int((until - day) * (1 - activity) / activity * (0.4 + 1.2 * rng.random()))


def enrol(
    ids: Ids, rng: Random, crew: Crew, leg: Leg, delay: int | None, span: Span
) -> Iterator[tuple[Person, Block]]:
    """作業員名簿: a line for each person at each site of the leg, entered `delay` days after it began or never."""
    for site in leg.sites:
        member_of(ids, rng, site, crew.firm, leg.from_day)
    for place, (person, since, until) in enumerate(crew.people):
        first, last = max(leg.from_day, since), min(leg.until_day, until)
        if first >= last or first > span.today:
            continue
        own_delay = None if rng.random() < _FORGOTTEN_PERSON else delay
        stints = [_stint(ids, rng, crew, person, site, (first, last), own_delay, place) for site in leg.sites]
        yield person, Block(first, last, stints)


def paperwork(rng: Random) -> int | None:
    """How many days after the first working day a crew's roster is entered; None: never."""
    chance = rng.random()
    if chance < _NO_ROSTER:
        return None
    if chance < _NO_ROSTER + _VERY_LATE_ROSTER:
        return rng.randrange(70, 120)
    if chance < _NO_ROSTER + _VERY_LATE_ROSTER + _LATE_ROSTER:
        return rng.randrange(1, 40)
    return -rng.randrange(1, 8)


def _stint(
    ids: Ids,
    rng: Random,
    crew: Crew,
    person: Person,
    site: Site,
    days: tuple[int, int],
    delay: int | None,
    place: int,
) -> Stint:
    recorded = None
    if delay is not None:
        day = max(days[0] + delay, person.registered_day)
        recorded = start_of(day) + int((9 + 8 * rng.random()) * HOUR)
    position = 1 if place == 0 else 2 if place == 1 and len(crew.people) > 4 else 0  # 職長, 班長, 一般
    content = crew.firm.line.content if crew.firm.line else "施工管理"
    return Stint(
        ids.of("roster_line"), person, site, site.members[crew.firm.id], *days, recorded, position, content
    )
