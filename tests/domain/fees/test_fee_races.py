"""Two officers at once: one wins, the other is told."""

from datetime import UTC, date, datetime
from functools import partial

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.fees.actions import AlreadySettled, cancel, record_payment, set_tariff, waive
from ccus.domain.fees.models import Settlement
from ccus.domain.fees.reading import price
from ccus.domain.fees.terms import FeeKind
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import fees

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def test_of_two_payments_recorded_at_once_one_counts(fresh_database: Databases) -> None:
    paid = partial(record_payment, charge_id=fees.charge().pk, paid_on=TODAY, by=SYSTEM, at=AT)
    assert isinstance(contested(paid, paid), AlreadySettled)
    assert Settlement.objects.count() == 1


def test_a_payment_and_a_waiver_at_once_do_not_both_stand(fresh_database: Databases) -> None:
    owed = fees.charge().pk
    paid = partial(record_payment, charge_id=owed, paid_on=TODAY, by=SYSTEM, at=AT)
    assert isinstance(
        contested(paid, partial(waive, charge_id=owed, note="誤り", by=SYSTEM, at=AT)), AlreadySettled
    )


def test_of_two_new_prices_at_once_the_later_one_stands(fresh_database: Databases) -> None:
    first, second = (
        partial(set_tariff, kind=FeeKind.REISSUE, amount=yen, from_on=TODAY, by=SYSTEM, at=AT)
        for yen in (1, 2)
    )
    assert contested(first, second) is None
    assert price(FeeKind.REISSUE, on=TODAY) == 2


def test_a_payment_recorded_while_the_application_is_withdrawn_stands(fresh_database: Databases) -> None:
    owed = fees.charge()
    paid = partial(record_payment, charge_id=owed.pk, paid_on=TODAY, by=SYSTEM, at=AT)
    assert isinstance(
        contested(paid, partial(cancel, subject=owed.subject, by=SYSTEM, at=AT)), AlreadySettled
    )
    assert Settlement.objects.get().paid_on == TODAY
