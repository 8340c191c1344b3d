"""だれか: who stands behind an account: a worker, an applicant who has no ID yet, somebody of a company, an officer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.core.exceptions import PermissionDenied

from ccus.domain.accounts.officers import OfficerMe, officer_of
from ccus.domain.applications.applicants import ApplicantMe, applicant_of
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.seats import SeatMe, seat_of
from ccus.domain.companies.terms import Power
from ccus.domain.workers import reading
from ccus.domain.workers.reading import Me


class Side(StrEnum):
    """窓口: whose pages open to an account; the value is the name of the pages' addresses."""

    WORKER = "worker"
    APPLICANT = "filing"
    COMPANY = "company"
    OFFICE = "office"

    @property
    def label(self) -> str:
        """The name of the portal."""
        return {
            "worker": "技能者ポータル",
            "filing": "申請の窓口",
            "company": "事業者ポータル",
            "office": "運営主体",
        }[self]

    @property
    def id_label(self) -> str:
        """What its people call the number they sign in with."""
        return {
            "worker": "技能者ID",
            "filing": "申請用ログインID",
            "company": "事業者IDまたは管理者ID",
            "office": "係員ID",
        }[self]

    @property
    def ends_itself(self) -> bool:
        """Whether a session without a request for an hour is over (D-23)."""
        return self in {Side.COMPANY, Side.OFFICE}


@dataclass(frozen=True, slots=True)
class Visitor:
    """ログインした人, of whichever side."""

    side: Side
    account: int
    actor: Actor
    birth_on: date | None = None


@dataclass(frozen=True, slots=True)
class Filer:
    """申請する人: a worker, an applicant, or somebody who files for a company (REG-27).

    A 一人親方 has both keys, worker and company. `agent`: the account of a company that files for workers; while it
    does, `actor` carries the worker's name, and `worker` is the worker's key (PROXY-06).
    """

    actor: Actor
    account: int
    worker: int | None
    applicant: int | None
    birth_on: date | None
    company: int | None = None
    is_for_company: bool = False
    agent: Actor | None = None


_OVER = "登録は終わっています。これからは、{}と、ご自分で決めたパスワードでログインしてください。"

Person = Me | ApplicantMe | OfficerMe | SeatMe


def person_behind(account: int) -> Person | None:
    """The worker, applicant, officer or company's user of an account. At most four statements.

    A 一人親方 is both: the worker comes first.
    """
    return reading.me(account) or applicant_of(account) or officer_of(account) or seat_of(account)


def visitor_of(account: int) -> Visitor | None:
    """Who stands behind an account, in what every side has in common."""
    return _visitor(person_behind(account), account)


def filer_of(account: int) -> Filer | None:
    """The worker, applicant or user of a company behind an account.

    Raises PermissionDenied with a sentence for an applicant login that is over (APP-15).
    """
    person = person_behind(account)
    if isinstance(person, ApplicantMe) and person.is_over:
        raise PermissionDenied(_OVER.format("事業者ID" if person.is_for_company else "技能者ID"))
    visitor = _visitor(person, account)
    seat = seat_of(account)
    company = seat.company if seat is not None and seat.may(Power.COMPANY_DATA) else None
    agent = seat.actor if seat is not None and seat.may(Power.FILE_FOR_WORKERS) else None
    if visitor is None or visitor.side is Side.OFFICE:
        return None
    if visitor.side is Side.COMPANY and company is None and agent is None:
        return None
    return Filer(
        visitor.actor,
        account,
        worker=visitor.actor.id if visitor.side is Side.WORKER else None,
        applicant=visitor.actor.id if visitor.side is Side.APPLICANT else None,
        birth_on=visitor.birth_on,
        company=company,
        is_for_company=isinstance(person, ApplicantMe) and person.is_for_company,
        agent=agent,
    )


def _visitor(person: Person | None, account: int) -> Visitor | None:
    if isinstance(person, Me):
        return Visitor(Side.WORKER, account, Actor(ActorKind.WORKER, person.worker), person.birth_on)
    if isinstance(person, ApplicantMe):
        return Visitor(Side.APPLICANT, account, Actor(ActorKind.APPLICANT, person.applicant))
    if isinstance(person, OfficerMe):
        return Visitor(Side.OFFICE, account, person.actor)
    if isinstance(person, SeatMe):
        return Visitor(Side.COMPANY, account, person.actor)
    return None
