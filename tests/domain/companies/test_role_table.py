"""権限の表, whole: every row by a real act, every column by somebody in the role, at three places (ORG-05, ORG-06)."""

import pytest

from ccus.domain.companies.models import Seat
from ccus.domain.companies.rights import RIGHTS, may_give
from ccus.domain.companies.terms import Power, Role, Scope
from tests.domain.companies.role_table import AT, REACHED, ground, printed, reached

pytestmark = pytest.mark.django_db
TABLE = printed()
LETTERS = {Scope.ALL: "A", Scope.BELOW: "B", Scope.OWN_SITES: "S", Scope.NONE: "–"}


def test_the_printed_table_names_every_power_and_every_role() -> None:
    assert set(TABLE) == {(power, role) for power in Power for role in Role}


def test_the_printed_table_and_the_code_say_the_same() -> None:
    assert {
        (power, role): LETTERS[scope] for power, scopes in RIGHTS.items() for role, scope in scopes.items()
    } == TABLE


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("power", Power)
def test_a_role_does_where_it_reaches_and_nowhere_else(power: Power, role: Role) -> None:
    assert reached(ground(role), power) == REACHED[TABLE[power, role]]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("power", Power)
def test_a_closed_account_does_nothing_at_all(power: Power, role: Role) -> None:
    on = ground(role)
    Seat.objects.filter(pk=on.me.seat).update(closed_at=AT)
    assert reached(on, power) == set()


@pytest.mark.parametrize(
    ("giver", "given"),
    [
        (Role.CHIEF, {Role.TIER, Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK}),
        (Role.TIER, {Role.TIER, Role.SITE_MANAGER, Role.SITE_VIEWER}),
        (Role.SITE_MANAGER, {Role.SITE_MANAGER, Role.SITE_VIEWER}),
    ],
)
def test_nobody_gives_a_role_that_may_more(giver: Role, given: set[Role]) -> None:
    assert {role for role in Role if may_give(giver, role)} == given
