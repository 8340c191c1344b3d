"""やり直す相手: whose factors the office may restart, found by the ID they sign in with (SIGN-26)."""

from dataclasses import dataclass

from ccus.domain.accounts.models import User
from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Role


@dataclass(frozen=True, slots=True)
class ChiefShown:
    """事業者責任者: who has to give a second factor for a company. `mail`, "" where none is known."""

    account: User
    name: str
    company_name: str
    mail: str


def chief_by_login(login_id: str) -> ChiefShown | None:
    """The 事業者責任者 who signs in with this ID; None for everybody else."""
    seat = (
        Seat.objects.filter(account__login_id=login_id, role=Role.CHIEF, closed_at=None)
        .select_related("account", "company")
        .first()
    )
    return ChiefShown(seat.account, seat.name, seat.company.name, seat.mail) if seat else None
