"""権限の表 as it is printed, and one real act for each of its rows (ORG-05)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor
from ccus.domain.companies.actions.seats import open_seat
from ccus.domain.companies.models import Unit
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Role
from ccus.domain.sites.actions.registration import change_period, register_site
from ccus.domain.sites.actions.structure import invite
from ccus.domain.sites.models import Site, SitePost
from ccus.domain.sites.owners import UnitNotYours
from ccus.domain.sites.policies import require_at_site
from ccus.domain.sites.reading.sites import site_for
from ccus.domain.sites.terms import Post
from ccus.domain.workers.actions.affiliation import ask_affiliation
from ccus.foundation.env import REPOSITORY
from ccus.foundation.refusals import Refusal
from tests.domain.companies.branches import Branches, branches
from tests.factories import companies, seats, sites, workers

PAGE = REPOSITORY / "docs" / "rules" / "organisation.md"
AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
GIVEN, BELOW, BESIDE = "given", "below", "beside"
"""A site one was given, one of a unit below the own, one of another branch."""
REACHED: Mapping[str, set[str]] = {"A": {GIVEN, BELOW, BESIDE}, "B": {BELOW}, "S": {GIVEN}, "–": set()}


def printed() -> dict[tuple[Power, Role], str]:
    """The table of the rule page: its letters by row and column."""
    rows = [line.strip("| \n").split(" | ") for line in PAGE.read_text().splitlines() if line.startswith("|")]
    head = next(row for row in rows if row[-1] == Role.PROXY_CLERK.label)
    roles = [next(role for role in Role if role.label == word) for word in head[-5:]]
    powers = {power.label: power for power in Power}
    found = {
        (powers[row[0]], role): row[at]
        for row in rows
        if row[0] in powers
        for at, role in enumerate(roles, 1)
    }
    assert all(re.fullmatch("[ABS–]", letter) for letter in found.values())
    return found


class NothingSeen(Refusal):
    """A reading that shows nothing."""


@dataclass(frozen=True, slots=True)
class Ground:
    """佐藤建設 with three sites, and somebody in one of the roles: in 東京支店 where the role has a unit."""

    firm: Branches
    me: SeatMe
    sites: dict[str, Site] = field(default_factory=dict)

    @property
    def by(self) -> Actor:
        """Who acts."""
        return self.me.actor

    def unit(self, place: str) -> Unit:
        """The unit to which a place belongs: the given site lies in the other branch."""
        return self.firm.tama if place == BELOW else self.firm.osaka


def ground(role: Role) -> Ground:
    firm = branches()
    people = {Role.CHIEF: firm.chief, Role.TIER: firm.manager}
    me = people.get(role) or seats.seat(firm.company, role)
    made = Ground(firm, me)
    for place in (GIVEN, BELOW, BESIDE):
        made.sites[place] = sites.site(prime=firm.company, unit=made.unit(place))
    if role in {Role.SITE_MANAGER, Role.SITE_VIEWER}:
        post = Post.MANAGER if role is Role.SITE_MANAGER else Post.VIEWER
        SitePost.objects.create(
            site=made.sites[GIVEN],
            seat_id=me.seat,
            post=post,
            valid_from=date(2026, 4, 1),
            recorded_at=AT,
            recorded_by="system:0",
        )
    return made


def company_data(on: Ground, place: str) -> None:
    require_company(on.by, on.firm.company, Power.COMPANY_DATA)


def organisation(on: Ground, place: str) -> None:
    open_seat(
        company=on.firm.company, role=Role.SITE_MANAGER, name="新 人", unit=on.unit(place), by=on.by, at=AT
    )


def registration(on: Ground, place: str) -> None:
    register_site(
        prime=on.firm.company,
        name=f"新しい現場 {place}",
        name_kana="アタラシイゲンバ",
        address="東京都港区見本1-2-3",
        from_on=date(2026, 12, 1),
        until_on=None,
        unit=on.unit(place).key,
        manager=seats.manager_of(on.firm.company),
        by=on.by,
        at=AT,
    )


def editing(on: Ground, place: str) -> None:
    change_period(site=on.sites[place], from_on=date(2026, 3, 1), until_on=None, by=on.by, at=AT)


def structure(on: Ground, place: str) -> None:
    invite(upper=sites.prime_spot(on.sites[place]), company=companies.company(), by=on.by, at=AT)


def viewing(on: Ground, place: str) -> None:
    if site_for(on.by, on.sites[place].number, Power.VIEW_STRUCTURE) is None:
        raise NothingSeen("site")


def employing(on: Ground, place: str) -> None:
    worker, from_on = workers.worker(), date(2026, 11, 1)
    ask_affiliation(worker=worker, company=on.firm.company, is_main=True, from_on=from_on, by=on.by, at=AT)


def in_the_company(power: Power) -> Callable[[Ground, str], None]:
    """What has no act yet: whether the policy lets the company's account."""
    return lambda on, _place: require_company(on.by, on.firm.company, power)


def at_the_site(power: Power) -> Callable[[Ground, str], None]:
    """What has no act yet: whether the policy lets the account at a site."""
    return lambda on, place: require_at_site(on.by, on.firm.company, on.sites[place], power)


ACTS: Mapping[Power, Callable[[Ground, str], None]] = {
    Power.COMPANY_DATA: company_data,
    Power.ORGANISATION: organisation,
    Power.REGISTER_SITE: registration,
    Power.EDIT_SITE: editing,
    Power.STRUCTURE: structure,
    Power.VIEW_STRUCTURE: viewing,
    Power.OWN_RECORDS: in_the_company(Power.OWN_RECORDS),
    Power.APPROVE_RECORDS: at_the_site(Power.APPROVE_RECORDS),
    Power.GATE: at_the_site(Power.GATE),
    Power.EMPLOYEES: employing,
    Power.FILE_FOR_WORKERS: in_the_company(Power.FILE_FOR_WORKERS),
}


def reached(on: Ground, power: Power) -> set[str]:
    """The places at which somebody may do what the row names."""
    return {place for place in on.sites if _done(on, power, place)}


def _done(on: Ground, power: Power, place: str) -> bool:
    try:
        ACTS[power](on, place)
    except (NotAllowed, UnitNotYours, NothingSeen):
        return False
    return True
