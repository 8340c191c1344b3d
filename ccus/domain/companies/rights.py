"""権限の表: power × role → how far it reaches. Pure data; `docs/rules/organisation.md` prints it (ORG-05)."""

from ccus.domain.companies.terms import Power, Role, Scope

_COLUMNS = (Role.CHIEF, Role.TIER, Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK)
_LETTERS = {"A": Scope.ALL, "B": Scope.BELOW, "S": Scope.OWN_SITES, "-": Scope.NONE}
_ROWS = {
    #                       chief tier manager viewer clerk
    Power.COMPANY_DATA: "     A - - - -",
    Power.ORGANISATION: "     A B - - -",
    Power.REGISTER_SITE: "    A B - - -",
    Power.EDIT_SITE: "        A B S - -",
    Power.STRUCTURE: "        A B S - -",
    Power.VIEW_STRUCTURE: "   A B S S -",
    Power.OWN_RECORDS: "      A A - - -",
    Power.APPROVE_RECORDS: "  A B S - -",
    Power.GATE: "             A B S - -",
    Power.EMPLOYEES: "        A A - - -",
    Power.FILE_FOR_WORKERS: " A - - - A",
}

RIGHTS: dict[Power, dict[Role, Scope]] = {
    power: dict(zip(_COLUMNS, (_LETTERS[letter] for letter in row.split()), strict=True))
    for power, row in _ROWS.items()
}


def scope_of(role: Role, power: Power) -> Scope:
    """How far a power of a role reaches."""
    return RIGHTS[power][role]


_REACH = (Scope.NONE, Scope.OWN_SITES, Scope.BELOW, Scope.ALL)


def may_give(giver: Role, role: Role) -> bool:
    """Whether a role is no more than the giver's own, power by power (ORG-07)."""
    return role is not Role.CHIEF and all(
        _REACH.index(scope_of(role, power)) <= _REACH.index(scope_of(giver, power)) for power in Power
    )
