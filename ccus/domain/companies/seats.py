"""利用者本人: who signs in for a company, and the one session that lives (ORG-02, ORG-04)."""

from dataclasses import dataclass

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Seat
from ccus.domain.companies.policies import Seated
from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.terms import Power, Role, Scope


@dataclass(frozen=True, slots=True)
class SeatMe:
    """利用者本人: the account within a company. `unit` None: the whole company. `session`: the mark of the session
    that lives (ORG-04).
    """

    seat: int
    account: int
    name: str
    role: Role
    unit: int | None
    unit_name: str
    company: int
    company_number: str
    company_name: str
    session: str
    is_worker_too: bool
    mail: str = ""

    @property
    def actor(self) -> Actor:
        """The account, as the audit names one."""
        return Actor(ActorKind.SEAT, self.seat)

    @property
    def seated(self) -> Seated:
        """As far as rights go."""
        return Seated(self.seat, self.company, self.role, self.unit)

    def may(self, power: Power) -> bool:
        """Whether the role has the power anywhere."""
        return scope_of(self.role, power) is not Scope.NONE


_COLUMNS = (
    "pk", "account", "name", "role", "unit", "unit__name", "company", "company__number", "company__name",
    "live_session", "account__worker", "mail",
)  # fmt: skip


def seat_of(account: int) -> SeatMe | None:
    """The open account of a company by its sign-in account; None for accounts of others."""
    row = Seat.objects.filter(account=account, closed_at=None).values_list(*_COLUMNS).first()
    if row is None:
        return None
    key, held, name, role, unit, unit_name, company, number, company_name, session, worker, mail = row
    return SeatMe(
        key,
        held,
        name,
        Role(role),
        unit,
        unit_name or "",
        company,
        number,
        company_name,
        session,
        worker is not None,
        mail,
    )


def take_session(seat: int, mark: str) -> None:
    """この画面だけが生きる: the session with this mark lives, whichever lived before is over (D-07, ORG-04)."""
    Seat.objects.filter(pk=seat, closed_at=None).update(live_session=mark)
