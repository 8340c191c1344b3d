"""請求の台帳: a charge with the application or the bill it is for, and how it is settled (OFFICE-08)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.applications.actions.filing import confirm_payment, waive_fee
from ccus.domain.applications.reading.desk import numbers_of, subjects_of
from ccus.domain.applications.terms import State
from ccus.domain.audit.terms import Actor
from ccus.domain.fees.actions import record_payment, waive
from ccus.domain.fees.reading import ChargeShown
from ccus.domain.site_fees.reading import bill_numbers, subjects_of_bills

_APPLICATION = "application:"


@dataclass(frozen=True, slots=True)
class Line:
    """台帳の一行; `number`: 申請番号, or 請求番号 of site fees (USE-10); empty for a charge of neither."""

    charge: ChargeShown
    number: str
    state: State | None

    @property
    def is_awaited(self) -> bool:
        """Whether an application waits for it."""
        return self.state is State.FEE_DUE

    def pay(self, paid_on: date, *, by: Actor, at: datetime) -> None:
        """入金: the application that waits for it joins the queue (APP-08)."""
        if self.is_awaited:
            confirm_payment(number=self.number, paid_on=paid_on, by=by, at=at)
        else:
            record_payment(charge_id=self.charge.id, paid_on=paid_on, by=by, at=at)

    def waive(self, note: str, *, by: Actor, at: datetime) -> None:
        """免除: the application that waits for it joins the queue (APP-08)."""
        if self.is_awaited:
            waive_fee(number=self.number, note=note, by=by, at=at)
        else:
            waive(charge_id=self.charge.id, note=note, by=by, at=at)


def lines_of(charges: Iterable[ChargeShown]) -> tuple[Line, ...]:
    """The charges with their applications and bills. Two statements."""
    listed = tuple(charges)
    bills = bill_numbers([charge.subject for charge in listed])
    cases = numbers_of([_application(charge) for charge in listed])
    return tuple(
        Line(charge, *cases.get(_application(charge), (bills.get(charge.subject, ""), None)))
        for charge in listed
    )


def subjects_numbered(numbers: Collection[str]) -> dict[str, str]:
    """申請番号 or 請求番号, as people type it → the subject of its charge."""
    return subjects_of(numbers) | subjects_of_bills(numbers)


def _application(charge: ChargeShown) -> int:
    key = charge.subject.removeprefix(_APPLICATION)
    return int(key) if charge.subject.startswith(_APPLICATION) and key.isdecimal() else 0
