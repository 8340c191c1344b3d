"""A crowd by chance: workers, firms and sites whose facts stand, ended, wait or were taken back, in every mixture."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from ccus.domain.companies.models import Company
from ccus.domain.sites.models import (
    ProxyConsent,
    SitePartner,
    StructureAcceptance,
    StructureMember,
    StructureProxy,
)
from ccus.domain.workers.models import Mandate, Worker
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import now
from ccus.foundation.dated import DatedFact
from tests.factories import mandates
from tests.factories.companies import company
from tests.factories.facts import RECORDED_AT
from tests.factories.sites import prime_spot, reader, roster_line, site, spot
from tests.factories.workers import affiliation, worker

TODAY = date(2026, 11, 20)
OPEN, ENDED = (date(2020, 1, 1), None), (date(2020, 1, 1), TODAY)
LAST_DAY, COMING = (date(2020, 1, 1), TODAY + timedelta(1)), (TODAY + timedelta(1), None)


@dataclass(frozen=True, slots=True)
class Crowd:
    workers: list[Worker]
    firms: list[Company]


def crowd(seed: int, *, size: int = 6) -> Crowd:
    chance = Random(seed)
    made = Crowd([worker() for _ in range(size)], [company() for _ in range(size + 2)])
    mandates.licence(chance.choice(made.firms))
    for number in range(3):
        _site(made, chance, number)
    for someone in made.workers:
        for firm in chance.sample(made.firms, 2):
            affiliation(worker=someone, company=firm, is_main=False, **_days(chance))
        for firm in chance.sample(made.firms, 2):
            _fact(ProxyConsent, chance, worker=someone, company=firm)
            _fact(Mandate, chance, worker=someone, company=firm, acts=[Mandated.FILE_APPLICATIONS])
    for giver, taker in zip(made.firms, chance.sample(made.firms, len(made.firms)), strict=True):
        if giver != taker:
            _fact(StructureProxy, chance, giver=giver, taker=taker)
    return made


def _site(made: Crowd, chance: Random, number: int) -> None:
    place = site(prime=chance.choice(made.firms))
    spots = [prime_spot(place)]
    for firm in chance.sample(made.firms, 4):
        spots.append(_spot(spots, place, firm, chance))
    _fact(SitePartner, chance, site=place, company=chance.choice(made.firms))
    reader(place, token=f"mon-{number}", system=chance.choice(["", "顔認証の門"]))
    for someone in chance.sample(made.workers, 4):
        roster_line(worker=someone, member=chance.choice(spots), **_days(chance))


def _spot(spots: list[StructureMember], place: Any, firm: Company, chance: Random) -> StructureMember:
    made = spot(place, firm, chance.choice(spots))
    if chance.random() < 0.7:
        _fact(StructureAcceptance, chance, member=made)
    else:
        StructureMember.objects.filter(pk=made.pk).update(withdrawn_at=now())
    return made


def _days(chance: Random) -> dict[str, Any]:
    from_on, until_on = chance.choice([OPEN, OPEN, OPEN, ENDED, LAST_DAY, COMING])
    return {
        "valid_from": from_on,
        "valid_until": until_on,
        "superseded_at": now() if chance.random() < 0.1 else None,
    }


def _fact(table: type[DatedFact], chance: Random, **values: Any) -> None:
    said = {"recorded_at": RECORDED_AT, "recorded_by": "system:0"}
    table._default_manager.create(**said | values | _days(chance))
