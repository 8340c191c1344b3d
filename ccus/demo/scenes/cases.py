"""申請のいろいろ: one in every state a visitor may meet, made by the acts that make them."""

from datetime import datetime, timedelta

from ccus.demo.plan.roles import ANH, LONG_NAME, LOST_CARD, SINGLE_NAME, Role
from ccus.demo.scenes import applicants
from ccus.demo.scenes.applicants import Newcomer, Typed, registration
from ccus.demo.scenes.people import worker_of
from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.actions.drafts import open_application, save_section
from ccus.domain.applications.actions.filing import confirm_payment, submit
from ccus.domain.applications.actions.review import add_finding, return_to_applicant, take
from ccus.domain.applications.contents import DraftRow
from ccus.domain.applications.reading.contents import base_of
from ccus.domain.applications.terms import ApplicationKind, Operation
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.workers.terms import Grade
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

_BEGUN = ("name", "birth", "status", "contact")
_MOVED = {"postcode": "100-0002", "prefecture": "13", "town": "桜川市緑町", "street": "4丁目5番6号"}


def play(reviewer: Actor, noon: datetime) -> None:
    """Everything that happened in the week before `noon`, at the hours of an office."""
    _registrations(reviewer, noon)
    _change(SINGLE_NAME, "090-0000-2345", noon - timedelta(days=2))
    number = _change(ANH, "090-0000-3456", noon - timedelta(days=4))
    take(number=number, by=reviewer, at=noon - timedelta(minutes=20))
    number = _change(LONG_NAME, "090-0000-4567", noon - timedelta(days=6))
    _approve(number, reviewer, noon - timedelta(days=5))
    _reissue(LOST_CARD, noon - timedelta(hours=3))


def _registrations(reviewer: Actor, noon: datetime) -> None:
    asked = noon - timedelta(days=8)
    by = {person: applicants.asks(person, asked) for person in applicants.NEWCOMERS}
    _register(applicants.DRAFTING, by[applicants.DRAFTING], 0, noon - ONE_DAY, only=_BEGUN)
    for n, person in enumerate(applicants.NEWCOMERS[1:], 1):
        filed = noon - timedelta(days=7, hours=-n)
        number = _register(person, by[person], n, filed)
        submit(number=number, by=by[person], at=filed)
        if person is applicants.PAYING:
            continue
        paid = filed + ONE_DAY
        confirm_payment(number=number, paid_on=day_of(paid), by=reviewer, at=paid)
        if person is applicants.RETURNED:
            _return(number, reviewer, noon - timedelta(days=3))
        if person is applicants.APPROVED:
            _approve(number, reviewer, noon - timedelta(days=3))


def _register(
    person: Newcomer, by: Actor, which: int, at: datetime, *, only: tuple[str, ...] | None = None
) -> str:
    typed = registration(person, by, which, at)
    case = open_application(
        kind=ApplicationKind.REGISTRATION, grade=Grade.SIMPLE, applicant=by.id, by=by, at=at
    )
    _save(case.number, {key: raw for key, raw in typed.items() if only is None or key in only}, by, at)
    return case.number


def _save(number: str, typed: Typed, by: Actor, at: datetime) -> None:
    for section, raw in typed.items():
        save_section(number=number, section=section, rows=[DraftRow("1", raw)], version=0, by=by, at=at)


def _change(role: Role, phone: str, at: datetime) -> str:
    """連絡先の変更: a new address and telephone in the place of what is registered."""
    key = worker_of(role).pk
    by = Actor(ActorKind.WORKER, key)
    case = open_application(kind=ApplicationKind.CHANGE, worker=key, by=by, at=at)
    (present,) = base_of(case.pk, on=day_of(at))["contact"]
    raw = {**_MOVED, "phone": phone, "mail": f"{role.number}@example.jp"}
    row = DraftRow("1", raw, Operation.CHANGE, present.id)
    save_section(number=case.number, section="contact", rows=[row], version=0, by=by, at=at)
    submit(number=case.number, by=by, at=at)
    return case.number


def _reissue(role: Role, at: datetime) -> None:
    key = worker_of(role).pk
    by = Actor(ActorKind.WORKER, key)
    case = open_application(kind=ApplicationKind.REISSUE, worker=key, by=by, at=at)
    _save(case.number, {"reason": {"reason": "lost"}, "delivery": {"place": "contact"}}, by, at)
    submit(number=case.number, by=by, at=at)


def _return(number: str, reviewer: Actor, at: datetime) -> None:
    take(number=number, by=reviewer, at=at)
    add_finding(number=number, code="D02", section="identity", row="1", field="front", by=reviewer, at=at)
    add_finding(number=number, code="F02", section="contact", row="1", field="street", by=reviewer, at=at)
    return_to_applicant(number=number, by=reviewer, at=at)


def _approve(number: str, reviewer: Actor, at: datetime) -> None:
    take(number=number, by=reviewer, at=at)
    approve(number=number, by=reviewer, at=at)
