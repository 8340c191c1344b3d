"""請求・入金・免除 (FEE-01, FEE-03 to FEE-06)."""

from datetime import date, datetime

import pytest
from django.db import ProgrammingError, transaction

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.fees.actions import (
    AlreadyCharged,
    AlreadySettled,
    ChargeUnknown,
    NoteMissing,
    PaidOnImpossible,
    cancel,
    charge,
    record_payment,
    set_tariff,
    waive,
)
from ccus.domain.fees.models import Charge
from ccus.domain.fees.reading import charge_of, open_charges
from ccus.domain.fees.terms import FeeKind
from tests.factories import fees

TODAY = date(2026, 11, 20)
WORKER = Actor(ActorKind.WORKER, 1)
pytestmark = pytest.mark.django_db


def charged(kind: FeeKind, at: datetime) -> None:
    charge(kind=kind, subject="application:12", payer=str(WORKER), by=WORKER, at=at)


def test_a_charge_costs_what_the_tariff_of_the_day_says(at: datetime) -> None:
    charged(FeeKind.REGISTRATION_DETAILED, at)
    shown = charge_of("application:12")
    assert shown is not None
    assert (shown.amount, shown.due_on, shown.is_settled) == (4900, date(2026, 12, 20), False)


def test_one_thing_is_charged_for_once(at: datetime) -> None:
    charged(FeeKind.REISSUE, at)
    with pytest.raises(AlreadyCharged, match="カードの再発行は、すでに請求されています"):
        charged(FeeKind.REISSUE, at)


def test_what_is_free_is_not_charged(at: datetime) -> None:
    set_tariff(kind=FeeKind.RENEWAL, amount=0, from_on=TODAY, by=SYSTEM, at=at)
    charged(FeeKind.RENEWAL, at)
    assert charge_of("application:12") is None


def test_a_payment_settles_its_charge(at: datetime) -> None:
    owed = fees.charge()
    record_payment(charge_id=owed.pk, paid_on=date(2026, 11, 19), by=SYSTEM, at=at)
    shown = charge_of(owed.subject)
    assert shown is not None
    assert (shown.is_settled, shown.paid_on) == (True, date(2026, 11, 19))


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2026, 11, 21)])
def test_a_day_of_payment_before_the_charge_or_in_the_future_is_refused(day: date, at: datetime) -> None:
    with pytest.raises(PaidOnImpossible, match="2026年11月2日から"):
        record_payment(charge_id=fees.charge().pk, paid_on=day, by=SYSTEM, at=at)


def test_a_waived_charge_says_why(at: datetime) -> None:
    owed = fees.charge()
    waive(charge_id=owed.pk, note=" 初期不良のため ", by=SYSTEM, at=at)
    shown = charge_of(owed.subject)
    assert shown is not None
    assert (shown.is_settled, shown.paid_on, shown.note) == (True, None, "初期不良のため")


@pytest.mark.parametrize("note", ["", "　", "あ" * 201])
def test_waiving_without_a_usable_reason_is_refused(note: str, at: datetime) -> None:
    with pytest.raises(NoteMissing):
        waive(charge_id=fees.charge().pk, note=note, by=SYSTEM, at=at)


def test_what_is_settled_is_not_settled_again(at: datetime) -> None:
    owed = fees.charge()
    record_payment(charge_id=owed.pk, paid_on=TODAY, by=SYSTEM, at=at)
    with pytest.raises(AlreadySettled):
        waive(charge_id=owed.pk, note="誤り", by=SYSTEM, at=at)


def test_a_charge_nobody_made_cannot_be_paid(at: datetime) -> None:
    with pytest.raises(ChargeUnknown):
        record_payment(charge_id=404, paid_on=TODAY, by=SYSTEM, at=at)


def test_nobody_but_the_office_records_a_payment(at: datetime) -> None:
    with pytest.raises(NotAllowed):
        record_payment(charge_id=fees.charge().pk, paid_on=TODAY, by=WORKER, at=at)


def test_the_ledger_turns_its_pages_over_what_is_open(at: datetime) -> None:
    first, second, third = (fees.charge().pk for _ in range(3))
    record_payment(charge_id=second, paid_on=TODAY, by=SYSTEM, at=at)
    assert [c.id for c in open_charges(after=0, limit=1)] == [first]
    assert [c.id for c in open_charges(after=first, limit=5)] == [third]


def test_an_open_charge_falls_away_with_what_was_charged_for(at: datetime) -> None:
    charged(FeeKind.REISSUE, at)
    for _ in range(2):
        cancel(subject="application:12", by=WORKER, at=at)
    shown = charge_of("application:12")
    assert shown is not None
    assert (shown.is_settled, shown.paid_on, shown.note) == (True, None, "申請の取下げ")
    assert open_charges() == ()


def test_what_is_paid_does_not_fall_away(at: datetime) -> None:
    owed = fees.charge()
    record_payment(charge_id=owed.pk, paid_on=TODAY, by=SYSTEM, at=at)
    cancel(subject=owed.subject, by=WORKER, at=at)
    shown = charge_of(owed.subject)
    assert shown is not None
    assert shown.paid_on == TODAY


def test_the_application_cannot_say_by_itself_that_a_charge_is_open_or_not(at: datetime) -> None:
    owed = fees.charge()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Charge.objects.filter(pk=owed.pk).update(is_open=False)
    waive(charge_id=owed.pk, note="誤り", by=SYSTEM, at=at)
    assert not Charge.objects.get(pk=owed.pk).is_open
