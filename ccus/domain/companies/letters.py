"""事業者への通知: one message of an act, for everybody of a company whom it concerns (ORG-12)."""

from datetime import datetime

from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.notices.actions import tell, write_mail
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
