"""組織を読む: the tree with whoever signs in, as far as an account may see it. Two statements, whatever the size."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from ccus.domain.companies.models import Company, Seat, Unit
from ccus.domain.companies.policies import Seated
from ccus.domain.companies.reach import manages
from ccus.domain.companies.rights import may_give
from ccus.domain.companies.rules import DEEPEST
from ccus.domain.companies.terms import Power, Role, Scope


@dataclass(frozen=True, slots=True)
class PersonShown:
    """利用者: `may_be_managed` by whoever looks; `is_waiting`: still with the initial password, good until then."""

    login_id: str
    name: str
    mail: str
    role: Role
    unit: UUID | None
    may_be_managed: bool
    is_workers_own: bool
    waits_until: datetime | None


@dataclass(frozen=True, slots=True)
class UnitShown:
    """組織: `is_reached`: people are seen and put there by whoever looks; `may_be_managed`: renamed and closed."""

    key: UUID
    name: str
    depth: int
    is_licence_office: bool
    is_reached: bool
    may_be_managed: bool
    may_open_below: bool
    people: tuple[PersonShown, ...]
    below: tuple["UnitShown", ...]

    def all(self) -> Iterator["UnitShown"]:
        """The unit and everything below it, from the top."""
        yield self
        for unit in self.below:
            yield from unit.all()


@dataclass(frozen=True, slots=True)
class Organisation:
    """組織と利用者: `people` sign in for the whole company; `gives`: the roles that whoever looks may give."""

    people: tuple[PersonShown, ...]
    units: tuple[UnitShown, ...]
    may_manage_all: bool
    gives: tuple[Role, ...]

    def all(self) -> tuple[UnitShown, ...]:
        """Every unit that is shown, each before what is below it."""
        return tuple(unit for root in self.units for unit in root.all())

    def unit(self, key: UUID) -> UnitShown | None:
        """One of the units shown."""
        return next((unit for unit in self.all() if unit.key == key), None)

    def person(self, login_id: str) -> PersonShown | None:
        """One of the people shown."""
        everybody = (*self.people, *(person for unit in self.all() for person in unit.people))
        return next((person for person in everybody if person.login_id == login_id), None)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the two statements brought."""

    sitting: Seated
    units: Mapping[int, Unit]
    below: Mapping[int | None, Sequence[Unit]]
    people: Mapping[int | None, Sequence[Seat]]
    reach: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_all(self) -> bool:
        return self.sitting.scope(Power.ORGANISATION) is Scope.ALL


def organisation_of(sitting: Seated) -> Organisation:
    """組織と利用者, as this account may see them: a 階層管理者 the own unit with all below, and the way up by name."""
    rows = _rows(sitting)
    shown = rows.below[None] if rows.is_all else _way_down(rows)
    return Organisation(
        people=_people(rows, None) if rows.is_all else (),
        units=tuple(_unit(rows, unit) for unit in shown),
        may_manage_all=rows.is_all,
        gives=tuple(role for role in Role if may_give(sitting.role, role)),
    )


def unit_of(company: int, key: UUID) -> Unit | None:
    """An open unit of a company by its public key, for acts."""
    return Unit.objects.select_related("company").filter(company=company, key=key, closed_at=None).first()


def seat_at(company: int, login_id: str) -> Seat | None:
    """An open account of a company by the ID it signs in with, for acts."""
    held = Seat.objects.select_related("company", "account").filter(account__login_id=login_id)
    return held.filter(company=company, closed_at=None).first()


def own_company(sitting: Seated) -> Company:
    """The company for which an account signs in, for acts."""
    return Company.objects.get(pk=sitting.company)


def company_numbered(number: str) -> Company | None:
    """A registered company by its 事業者ID, for acts."""
    return Company.objects.filter(number=number).first()


def _rows(sitting: Seated) -> _Rows:
    units = {unit.pk: unit for unit in _open_units(sitting.company)}
    below, people = defaultdict[int | None, list[Unit]](list), defaultdict[int | None, list[Seat]](list)
    for unit in units.values():
        below[unit.parent_id].append(unit)
    for seat in _open_seats(sitting.company):
        people[seat.unit_id].append(seat)
    return _Rows(sitting, units, below, people, frozenset(_reach(sitting.unit, below)))


def _open_units(company: int) -> Sequence[Unit]:
    return list(Unit.objects.filter(company=company, closed_at=None).order_by("name", "pk"))


def _open_seats(company: int) -> Sequence[Seat]:
    held = Seat.objects.filter(company=company, closed_at=None)
    return list(held.select_related("account", "account__worker").order_by("opened_at", "pk"))


def _reach(unit: int | None, below: Mapping[int | None, Sequence[Unit]]) -> Iterator[int]:
    if unit is not None:
        yield unit
        for child in below[unit]:
            yield from _reach(child.pk, below)


def _way_down(rows: _Rows) -> Sequence[Unit]:
    """The top of the branch in which the account's own unit stands."""
    unit = rows.units.get(rows.sitting.unit or 0)
    while unit is not None and unit.parent_id is not None:
        unit = rows.units.get(unit.parent_id)
    return [unit] if unit is not None else []


def _unit(rows: _Rows, unit: Unit) -> UnitShown:
    is_reached = rows.is_all or unit.pk in rows.reach
    below = [child for child in rows.below[unit.pk] if is_reached or _leads_to_own(rows, child)]
    return UnitShown(
        key=unit.key,
        name=unit.name,
        depth=unit.depth,
        is_licence_office=unit.is_licence_office,
        is_reached=is_reached,
        may_be_managed=rows.is_all or (is_reached and unit.pk != rows.sitting.unit),
        may_open_below=is_reached and unit.depth < DEEPEST,
        people=_people(rows, unit.pk) if is_reached else (),
        below=tuple(_unit(rows, child) for child in below),
    )


def _leads_to_own(rows: _Rows, unit: Unit) -> bool:
    return rows.sitting.unit in set(_reach(unit.pk, rows.below))


def _people(rows: _Rows, unit: int | None) -> tuple[PersonShown, ...]:
    return tuple(_person(rows, seat) for seat in rows.people[unit])


def _person(rows: _Rows, seat: Seat) -> PersonShown:
    role, unit = Role(seat.role), rows.units.get(seat.unit_id or 0)
    return PersonShown(
        login_id=seat.account.login_id,
        name=seat.name,
        mail=seat.mail,
        role=role,
        unit=unit.key if unit else None,
        may_be_managed=manages(rows.sitting, role, seat.unit_id, rows.reach),
        is_workers_own=hasattr(seat.account, "worker"),
        waits_until=seat.account.initial_password_until,
    )
