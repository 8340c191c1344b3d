"""One district, from its firms to its rosters."""

from ccus.demo.chance import stream
from ccus.demo.plan import cast
from ccus.demo.plan.crews import Crew, Leg, crews_of, enrol, paperwork, wander
from ccus.demo.plan.facts import District, Ids, Span
from ccus.demo.plan.firms import firms_of
from ccus.demo.plan.people import change_employer, person_of, staff, withdraw
from ccus.demo.plan.sites import sites_of
from ccus.demo.scales import Scale
from ccus.domain.work_history.rules import start_of


def plan(scale: Scale, seed: int, n: int, ids: Ids, span: Span) -> District:
    """District `n` of the country; district 0 holds the standing cast. `ids` go on from district to district."""
    rng = stream(seed, "district", n)
    district = District(start_of(span.today))
    played: list[tuple[Crew, list[Leg]]] = []
    if n == 0:
        played = cast.appear(seed, ids, span, district)
    firms = scale.share(scale.companies, n) - len(district.firms)
    district.firms += firms_of(seed, ids, rng, firms, span)
    own_firms = district.firms[-firms:]
    district.sites += sites_of(
        seed, ids, rng, n, scale.share(scale.sites, n) - len(district.sites), own_firms, span
    )
    crowd = scale.share(scale.workers, n) - len(district.people)
    strangers = [person_of(seed, ids, rng, firm, span) for firm in staff(rng, own_firms, crowd)]
    for person in strangers:
        change_employer(ids, rng, person, own_firms, span)
        withdraw(rng, person, span)
    district.people += strangers
    travels: list[tuple[Leg, Crew, int | None]] = [(leg, crew, -3) for crew, legs in played for leg in legs]
    for crew in crews_of(rng, district, span):
        if crew.firm in own_firms:
            legs = wander(rng, crew, district, scale.activity, span)
            travels.extend((leg, crew, paperwork(rng)) for leg in legs)
    # In the order of time: a firm is invited when the first of those below it is needed.
    for leg, crew, delay in sorted(travels, key=lambda travel: travel[0].from_day):
        for person, block in enrol(ids, rng, crew, leg, delay, span):
            district.blocks.setdefault(person.id, []).append(block)
    return district
