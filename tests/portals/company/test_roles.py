"""Every address of the companies' portal, tried by every role, opens or refuses as the table of roles says (ORG-05)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.entrance.addresses import own_addresses
from ccus.entrance.doorplate import plate_of
from tests.domain.companies.branches import Branches
from tests.factories import seats
from tests.portals.access.sweep import addresses
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
SAMPLES = {"str": "x", "int": "1", "slug": "csv", "uuid": "0198a3c4-0000-7000-8000-000000000000"}
LOOKING = {Power.VIEW_STRUCTURE}
AREAS: dict[str, set[Power]] = {
    "organisation": {Power.ORGANISATION, Power.COMPANY_DATA},
    "profile": {Power.COMPANY_DATA},
    "employees": {Power.EMPLOYEES, Power.FILE_FOR_WORKERS},
    "clients": {Power.FILE_FOR_WORKERS},
    "disclosure": {Power.EMPLOYEES, Power.COMPANY_DATA},
    "sites": {Power.REGISTER_SITE, Power.EDIT_SITE, Power.ORGANISATION, *LOOKING},
    "structure": {Power.STRUCTURE, *LOOKING},
    "rosters": {Power.STRUCTURE, *LOOKING},
    "placements": {Power.STRUCTURE, Power.EMPLOYEES, *LOOKING},
    "readiness": LOOKING,
    "papers": LOOKING,
    "site-fees": {Power.REGISTER_SITE, Power.COMPANY_DATA},
    "approvals": {Power.APPROVE_RECORDS},
    "own-records": {Power.OWN_RECORDS},
    "reports": {Power.EMPLOYEES, *LOOKING},
    "search": {Power.EMPLOYEES},
    "questions": {Power.EMPLOYEES},
}
"""Part of the portal → the rows of the table that may open a page of it."""
FOR_ALL = {
    "home",
    "ahead",
    "roles",
    "profile",
    "notices",
    "notices-reading",
    "still-here",
    "password",
    "sign-in",
    "search-companies",
    "search-company",
    "asking",
    "asking-about",
    "asking-case",
    "asking-finish",
    *(address.name for address in own_addresses),
}
"""What everybody of a company opens, whatever the role."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the portal with the power its door asks for."""

    name: str
    path: str
    needs: Power | None

    @property
    def area(self) -> str:
        """The first part behind /company/."""
        return self.path.split("/")[2]


def company_patterns(found: list[URLPattern | URLResolver], is_inside: bool = False) -> Iterator[URLPattern]:
    for each in found:
        if isinstance(each, URLPattern) and is_inside:
            yield each
        elif isinstance(each, URLResolver):
            yield from company_patterns(each.url_patterns, is_inside or each.namespace == "company")


def address_of(pattern: URLPattern) -> Address:
    filled = re.sub(r"<(?:(\w+):)?\w+>", lambda place: SAMPLES[place[1] or "str"], str(pattern.pattern))
    plate = plate_of(pattern.callback)
    needs = [need for need in plate.needs if isinstance(need, Power)] if plate else []
    return Address(str(pattern.name), f"/company/{filled}", needs[0] if needs else None)


ADDRESSES = [address_of(pattern) for pattern in company_patterns(get_resolver().url_patterns)]


def test_the_walk_knows_every_address_of_the_portal() -> None:
    assert len(ADDRESSES) == sum(each.pattern.startswith("/company/") for each in addresses())


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_an_address_asks_for_a_power_of_its_part(address: Address) -> None:
    if address.needs is None:
        assert address.name in FOR_ALL
    else:
        assert address.needs in AREAS[address.area]


# One role here; tests/portals/access sends accounts of every role round.
@pytest.mark.parametrize(
    "role",
    [pytest.param(role, marks=[] if role is Role.TIER else pytest.mark.thorough) for role in Role],
)
def test_every_address_opens_or_refuses_as_the_table_says(role: Role, firm: Branches) -> None:
    unit = firm.tokyo if role is Role.TIER else None
    me = firm.chief if role is Role.CHIEF else seats.seat(firm.company, role, unit=unit)
    client = seats.client_of(me)
    opened = {}
    for address in ADDRESSES:
        answer = get_file(client, address.path)
        if answer.status_code == 405:
            answer = client.post(address.path)
        opened[address.path] = answer.status_code != 403
    assert opened == {
        address.path: address.needs is None or scope_of(role, address.needs) is not Scope.NONE
        for address in ADDRESSES
    }
