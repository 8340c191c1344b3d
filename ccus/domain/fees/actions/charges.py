"""請求と入金."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty, require_two
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.fees import rules
from ccus.domain.fees.models import Charge, Settlement
from ccus.domain.fees.policies import (
    AlreadyCharged,
    AlreadySettled,
    PaidOnImpossible,
    owed_charge,
    payment_of,
    taking_back_words,
    waiver_note,
)
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words


@transaction.atomic
def charge(
    *, kind: FeeKind, subject: str, payer: str, by: Actor, at: datetime, amount: int | None = None
) -> Charge | None:
    """請求する, as part of the act that owes it: at the tariff of today (FEE-01). None where nothing is to pay.

    `subject` names the thing (`application:12`), `payer` the actor who pays; `amount` in yen, where it is a sum of
    many. Raises `AlreadyCharged`.
    """
    today = day_of(at)
    if amount is None:
        amount = price(kind, on=today)
    if not amount:
        return None
    charged = AlreadyCharged(f"{kind.label}は、すでに請求されています。届いている請求をご確認ください。")
    with refusing({"charge_once": charged}):
        row = Charge.objects.create(
            kind=kind, subject=subject, payer=payer, amount=amount, charged_at=at, due_on=rules.due_on(today)
        )
    record(act=Act.FEE_CHARGED, by=by, at=at, subject=("charge", row.pk), amount=amount)
    return row


@transaction.atomic
def record_payment(*, charge_id: int, paid_on: date, by: Actor, at: datetime) -> None:
    """入金の記録, by the office (FEE-04). Raises `ChargeUnknown`, `PaidOnImpossible`, `AlreadySettled`."""
    require_duty(by, Duty.FEES)
    owed = owed_charge(charge_id)
    charged_on, today = day_of(owed.charged_at), day_of(at)
    if not charged_on <= paid_on <= today:
        raise PaidOnImpossible(
            f"入金日（{date_words(paid_on)}）は使えません。請求した{date_words(charged_on)}から"
            f"今日（{date_words(today)}）までの日にしてください。",
            "paid_on",
        )
    _settle(owed, paid_on=paid_on, note="", by=by, at=at)
    record(act=Act.FEE_PAID, by=by, at=at, subject=("charge", owed.pk), paid_on=paid_on.isoformat())


@transaction.atomic
def waive(*, charge_id: int, note: str, by: Actor, at: datetime) -> None:
    """請求の免除, by two officers with a reason (FEE-05, EYES-02).

    Raises `NotAllowed`, `ChargeUnknown`, `NoteMissing`, `AlreadySettled`.
    """
    require_two(by, Duty.FEES)
    reason = waiver_note(note)
    owed = owed_charge(charge_id)
    _settle(owed, paid_on=None, note=reason, by=by, at=at)
    record(act=Act.FEE_WAIVED, by=by, at=at, subject=("charge", owed.pk))


@transaction.atomic
def take_back_payment(*, charge_id: int, words: str, by: Actor, at: datetime) -> None:
    """入金の取消し, by two officers with words: the charge is open again, what was recorded stays (EYES-11).

    Raises `NotAllowed`, `ChargeUnknown`, `NoPayment`, `NoteMissing`.
    """
    require_two(by, Duty.FEES)
    reason = taking_back_words(words)
    owed = owed_charge(charge_id)
    one_at_a_time("payment", owed.subject)
    paid = payment_of(owed)
    Settlement.objects.filter(pk=paid.pk).update(
        taken_back_at=at, taken_back_by=str(by), taken_back_words=reason
    )
    record(act=Act.PAYMENT_TAKEN_BACK, by=by, at=at, subject=("charge", charge_id), settlement=paid.pk)


@transaction.atomic
def cancel(*, subject: str, by: Actor, at: datetime) -> None:
    """請求の取消し, as part of withdrawing what was charged for (FEE-09): nothing where nothing is open.

    Raises `AlreadySettled` where the payment is recorded at the same moment.
    """
    for owed in Charge.objects.filter(subject=subject, is_open=True):
        _settle(owed, paid_on=None, note=rules.CANCELLED, by=by, at=at)
        record(act=Act.FEE_CANCELLED, by=by, at=at, subject=("charge", owed.pk))


def _settle(owed: Charge, *, paid_on: date | None, note: str, by: Actor, at: datetime) -> None:
    with refusing({"settlement_one_stands": AlreadySettled()}):
        Settlement.objects.create(
            charge=owed, paid_on=paid_on, note=note, recorded_at=at, recorded_by=str(by)
        )
