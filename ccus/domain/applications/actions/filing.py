"""提出: submitting, withdrawing, paying."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.charging import fee_of
from ccus.domain.applications.checks.facts import images
from ccus.domain.applications.checks.firms import then
from ccus.domain.applications.checks.whole import Submitted, readable
from ccus.domain.applications.counting import count_telling, require_untold
from ccus.domain.applications.messages import inform, tell_of_proxy
from ccus.domain.applications.models import Application, Finding
from ccus.domain.applications.path import move
from ccus.domain.applications.policies import (
    NotNow,
    filer_of,
    held,
    require_filer,
    require_open_feature,
    require_state,
)
from ccus.domain.applications.registered import standing_of
from ccus.domain.applications.reissuing import is_free, stop_what_is_lost
from ccus.domain.applications.submissions import hand_in
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.companies.policies import company_of
from ccus.domain.evidence.actions import keep
from ccus.domain.fees.actions import cancel, charge, record_payment, waive
from ccus.domain.fees.reading import ChargeShown, charge_of
from ccus.domain.notices.texts import Text
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.domain.workers.terms import Grade
from ccus.foundation.clock import day_of


@transaction.atomic
def submit(*, number: str, note: str = "", is_paid_by_proxy: bool = False, by: Actor, at: datetime) -> None:
    """提出, or 再提出 after a return (APP-05, APP-08). Of two presses one wins. A lost card is stopped (CARD-23).

    `note` stands with the step, where the filer reads it: how the office knew who called (CARD-24). `is_paid_by_proxy`:
    the company that files for the worker pays what is due (PROXY-09).
    Raises `Incomplete` (its `faults` name section and row), `AlreadySubmitted`, `AlreadyClosed`, `NotOpenYet`,
    `WorkerWithdrawn`, `TooManyTries`.
    """
    case = held(number)
    by = require_filer(case, by, at=at)
    require_state(case, State.DRAFT, State.RETURNED, doing="提出")
    require_open_feature(ApplicationKind(case.kind), at=at)
    if case.worker is not None:
        require_not_withdrawn(case.worker)
    require_untold(by, at=at)
    contents = readable(case, by=by, at=at)
    submission = hand_in(case, contents, by=by, at=at)
    keys = {UUID(key) for *_, key in images(sections_of_case(case), contents)}
    if keys:
        keep(keys=keys, by=by if by.client else filer_of(case), owner=filer_of(case), at=at)
    if case.state == State.RETURNED:
        Finding.objects.filter(application=case, returned_at__isnull=False, answered_at__isnull=True).update(
            answered_at=at
        )
        move(case, State.CORRECTED, by=by, at=at)
        inform(case, Text.APPLICATION_CORRECTED, at=at)
    else:
        payer = _payer(case, by, is_proxy=is_paid_by_proxy)
        _submit_first(case, contents, note=note, payer=payer, by=by, at=at)
    tell_of_proxy(case, by, at=at)
    stop_what_is_lost(case, contents, by=by, at=at)
    record(
        act=Act.APPLICATION_SUBMITTED,
        by=by,
        at=at,
        subject=("application", case.pk),
        number=case.number,
        ordinal=submission.ordinal,
    )


@transaction.atomic
def note_known_person(*, number: str, by: Actor, at: datetime) -> None:
    """登録済みと伝える: counted and recorded by itself, because the refused submission is taken back (APP-16).

    Raises `TooManyTries`: then it is not said.
    """
    case = held(number)
    by = require_filer(case, by, at=at)
    record(act=Act.PERSON_FOUND_REGISTERED, by=by, at=at, subject=("application", case.pk))
    count_telling(by, at=at)


@transaction.atomic
def withdraw_application(*, number: str, by: Actor, at: datetime) -> None:
    """申請の取下げ, while nobody reviews it (APP-13); an open charge falls away (FEE-09).

    Raises `NotNow`, `AlreadyClosed`, `AlreadySettled` where the payment is recorded at the same moment.
    """
    case = held(number)
    by = require_filer(case, by, at=at)
    require_state(
        case,
        State.DRAFT,
        State.FEE_DUE,
        State.SUBMITTED,
        State.RETURNED,
        State.CORRECTED,
        doing="取下げ",
    )
    move(case, State.WITHDRAWN, by=by, at=at)
    cancel(subject=f"application:{case.pk}", by=by, at=at)
    inform(case, Text.APPLICATION_WITHDRAWN, at=at)
    record(act=Act.APPLICATION_WITHDRAWN, by=by, at=at, subject=("application", case.pk))


@transaction.atomic
def confirm_payment(*, number: str, paid_on: date, by: Actor, at: datetime) -> None:
    """入金の確認, by the office: the application joins the queue (APP-08).

    Raises `NotNow`, `AlreadyClosed`, `AlreadySettled`, `PaidOnImpossible`.
    """
    case, owed = _owed(number, by=by)
    record_payment(charge_id=owed.id, paid_on=paid_on, by=by, at=at)
    move(case, State.SUBMITTED, by=by, at=at)
    inform(case, Text.PAYMENT_RECEIVED, at=at, amount=owed.amount, paid_on=paid_on)
    record(act=Act.APPLICATION_PAID, by=by, at=at, subject=("application", case.pk), charge=owed.id)


@transaction.atomic
def waive_fee(*, number: str, note: str, by: Actor, at: datetime) -> None:
    """料金の免除, by the office with a reason: the application joins the queue (APP-08).

    Raises `NotNow`, `AlreadyClosed`, `AlreadySettled`, `NoteMissing`.
    """
    case, owed = _owed(number, by=by)
    waive(charge_id=owed.id, note=note, by=by, at=at)
    move(case, State.SUBMITTED, by=by, at=at)
    inform(case, Text.FEE_WAIVED, at=at, amount=owed.amount)
    record(act=Act.APPLICATION_PAID, by=by, at=at, subject=("application", case.pk), charge=owed.id)


def _owed(number: str, *, by: Actor) -> tuple[Application, ChargeShown]:
    require_duty(by, Duty.FEES)
    case = held(number)
    require_state(case, State.FEE_DUE, doing="入金の確認")
    owed = charge_of(f"application:{case.pk}")
    if owed is None:
        raise NotNow(f"申請{case.number}には、請求がありません。申請の画面を開き直してください。")
    return case, owed


def _payer(case: Application, by: Actor, *, is_proxy: bool) -> Actor:
    """Who pays: whoever the application is about, or the company that files for the worker (PROXY-09)."""
    company = company_of(by) if is_proxy and by.client is not None else None
    return Actor(ActorKind.COMPANY, company) if company is not None else filer_of(case)


def _submit_first(
    case: Application, contents: Submitted, *, note: str, payer: Actor, by: Actor, at: datetime
) -> None:
    standing = standing_of(case, on=day_of(at), keys=("identity", "capital")) if case.company else {}
    kind = fee_of(
        ApplicationKind(case.kind),
        Grade(case.grade) if case.grade else None,
        reason=then(contents, standing, "reason"),
        identity=then(contents, standing, "identity"),
        capital=then(contents, standing, "capital"),
    )
    owed = (
        charge(kind=kind, subject=f"application:{case.pk}", payer=str(payer), by=by, at=at)
        if kind is not None and not is_free(case)
        else None
    )
    if owed is None:
        move(case, State.SUBMITTED, by=by, at=at, note=note)
        inform(case, Text.APPLICATION_SUBMITTED, at=at)
    else:
        move(case, State.FEE_DUE, by=by, at=at, note=note)
        inform(case, Text.FEE_DUE, at=at, amount=owed.amount, due_on=owed.due_on)
