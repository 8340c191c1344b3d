"""事業者として行えること: for which company somebody acts, and whether the role is enough (ORG-05).

A company that acts in its own name (`ActorKind.COMPANY`) has every power; somebody's account within it has those of
its role, as the account stands at the moment of the act.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from ccus.domain.audit.policies import NotAllowed, require_own
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company, CompanyTerm, Seat
from ccus.domain.companies.rights import scope_of
from ccus.domain.companies.terms import Power, Role, Scope
from ccus.domain.companies.validity import renewable_from
from ccus.foundation.clock import today
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY
from ccus.foundation.refusals import Refusal

STAYS_OPEN = frozenset({Power.COMPANY_DATA, Power.VIEW_STRUCTURE})
"""What a company whose registration is over may still do: renew it, and look (REG-25)."""


class RenewalTooEarly(Refusal):
    """早すぎる更新: more than six months before the end (REG-24)."""


class RegistrationOver(NotAllowed):
    """登録の期限切れ: until it is renewed, the company's accounts only look (REG-25)."""


@dataclass(frozen=True, slots=True)
class Seated:
    """着いている利用者: an open account of a company, as far as rights go. `unit` None: the whole company.

    `valid_until`: the first day after the registration, None where no term is kept.
    """

    seat: int
    company: int
    role: Role
    unit: int | None
    valid_until: date | None = None

    def scope(self, power: Power) -> Scope:
        """How far a power reaches for this account."""
        return scope_of(self.role, power)


def as_actor(company: Company) -> Actor:
    """The company acting in its own name."""
    return Actor(ActorKind.COMPANY, company.pk)


def seated(by: Actor) -> Seated | None:
    """The open account that acts; None for everybody else, and for an account that was closed."""
    if by.kind is not ActorKind.SEAT:
        return None
    open_seat = Seat.objects.filter(pk=by.id, closed_at=None, account__closed_at=None)
    terms = CompanyTerm.objects.filter(company=OuterRef("company"), superseded_at=None).order_by(
        "-valid_until"
    )
    until = Subquery(terms.values("valid_until")[:1])
    row = open_seat.values_list("pk", "company", "role", "unit", until).first()
    return Seated(row[0], row[1], Role(row[2]), row[3], row[4]) if row else None


def company_of(by: Actor) -> int | None:
    """The key of the company for which somebody acts; None for workers, the office and closed accounts."""
    if by.kind is ActorKind.COMPANY:
        return by.id
    sitting = seated(by)
    return sitting.company if sitting else None


def scope_within(by: Actor, company: int, power: Power) -> Scope:
    """How far `by` reaches with a power within a company; ALL for the company itself, NONE for others."""
    if by == Actor(ActorKind.COMPANY, company):
        return Scope.ALL
    sitting = seated(by)
    if sitting is None or sitting.company != company:
        return Scope.NONE
    return sitting.scope(power)


def stands_for(by: Actor, company: int, power: Power) -> bool:
    """Whether `by` may use the power for that company (key): the company itself, or an account of it (ORG-05)."""
    return scope_within(by, company, power) is not Scope.NONE


def require_company(by: Actor, company: Company, power: Power) -> None:
    """Refuse everybody but the company, with an account whose role has the power; the system may (ORG-05, EYES-12)."""
    if by.kind is ActorKind.SYSTEM:
        return
    sitting = seated(by)
    if sitting is not None and sitting.company == company.pk:
        if sitting.scope(power) is Scope.NONE:
            raise too_little(power, sitting.role)
        require_valid(sitting, power)
        return
    require_own(by, as_actor(company), who=company.name)


def require_valid(sitting: Seated, power: Power) -> None:
    """Refuse accounts of a company whose registration is over, but for renewing it and looking (REG-25)."""
    until = sitting.valid_until
    if until is None or power in STAYS_OPEN or today() < until:
        return
    raise RegistrationOver(
        f"事業者登録の有効期限（{date_words(until - ONE_DAY)}）が過ぎています。"
        "「事業者情報」から更新を申請すると、承認のあと、また使えます。"
    )


def valid_until(company: int) -> date | None:
    """登録の有効期限: the day after the last of all terms, None where there is none (REG-19)."""
    terms = CompanyTerm.objects.filter(company=company, superseded_at=None).order_by("-valid_until")
    return terms.values_list("valid_until", flat=True).first()


def require_renewable(company: Company, *, on: date) -> None:
    """Refuse a renewal more than six months before the end (REG-24); a company without a term may always."""
    until = valid_until(company.pk)
    if until is not None and on < renewable_from(until):
        raise RenewalTooEarly(
            f"更新は、有効期限の6か月前（{date_words(renewable_from(until))}）からできます。それまでお待ちください。"
        )


def too_little(power: Power, role: Role) -> NotAllowed:
    """The refusal for a role that does not have the power."""
    return NotAllowed(
        f"「{power.label}」は、{role.label}の権限ではできません。事業者責任者に頼んでください。"
    )
