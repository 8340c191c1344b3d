"""事業者への通知: one message of an act, for everybody of a company whom it concerns (ORG-12)."""

from collections.abc import Collection
from datetime import datetime

from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.notices.actions import tell, tell_each, write_mail
from ccus.domain.notices.texts import Text


def tell_company(
    company: int,
    *,
    text: Text,
    source: str,
    at: datetime,
    power: Power = Power.STRUCTURE,
    mail: bool = False,
    **values: object,
) -> None:
    """事業者に知らせる: write to every open account of the company (key) whose role has the power, once for one
    `source`; with `mail` also to the addresses that are known. Values: those of the text; `company` is given.
    """
    roles = [role for role in Role if scope_of(role, power) is not Scope.NONE]
    seats = Seat.objects.filter(company=company, role__in=roles, closed_at=None, account__closed_at=None)
    name = Company.objects.values_list("name", flat=True).get(pk=company)
    for account, address in seats.values_list("account", "mail"):
        tell(account=account, text=text, source=source, at=at, **({"company": name} | values))
        if mail:
            write_mail(to=address, text=text, source=source, at=at, **({"company": name} | values))


def tell_seats(
    company: int, seats: Collection[int], *, text: Text, source: str, at: datetime, **values: object
) -> None:
    """利用者に知らせる: the same to certain accounts (keys of seats) of a company alone. Three statements."""
    name = Company.objects.values_list("name", flat=True).get(pk=company)
    open_ones = Seat.objects.filter(pk__in=seats, company=company, closed_at=None, account__closed_at=None)
    said = {"company": name} | values
    told = [(account, source, said) for account in open_ones.values_list("account", flat=True)]
    tell_each(text=text, at=at, told=told)
