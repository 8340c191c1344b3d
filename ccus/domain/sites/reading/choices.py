"""選べるもの: the units and people whom an account may choose for a site (SITE-15, SITE-17)."""

from ccus.domain.companies.models import Seat, Unit
from ccus.domain.companies.policies import Seated
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.sites.owners import MANAGERS
from ccus.foundation.entry.options import Option

HOLDERS = (Role.CHIEF, Role.TIER, Role.SITE_MANAGER, Role.SITE_VIEWER)


def units_for(sitting: Seated) -> tuple[Option, ...]:
    """The open units that may own a site which this account registers, by name; a 階層管理者's the own and below."""
    units = Unit.objects.filter(company=sitting.company, closed_at=None)
    if sitting.scope(Power.REGISTER_SITE) is Scope.BELOW:
        units = units.filter(pk__in=units_below(sitting.unit))
    rows = units.order_by("depth", "name", "parent__name").values_list("key", "name", "parent__name")
    return tuple(Option(str(key), f"{above} {name}" if above else name) for key, name, above in rows)


def managers_for(sitting: Seated) -> tuple[Option, ...]:
    """Accounts that can be a site's manager, whoever asks first."""
    return _people(sitting, MANAGERS)


def people_for(sitting: Seated) -> tuple[Option, ...]:
    """Accounts that can hold a post at a site."""
    return _people(sitting, HOLDERS)


def _people(sitting: Seated, roles: tuple[Role, ...]) -> tuple[Option, ...]:
    seats = Seat.objects.filter(company=sitting.company, role__in=roles, closed_at=None)
    rows = seats.order_by("name", "pk").values_list("pk", "account__login_id", "name", "role", "unit__name")
    own_first = sorted(rows, key=lambda row: row[0] != sitting.seat)
    return tuple(
        Option(login_id, f"{name}（{'・'.join(filter(None, (Role(role).label, unit)))}）")
        for _, login_id, name, role, unit in own_first
    )
