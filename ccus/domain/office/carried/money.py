"""お金の提案: a waiver, a payment taken back, a tariff (FEE-02, FEE-05, EYES-11)."""

from datetime import date, datetime

from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.actions.filing import waive_fee
from ccus.domain.applications.reading.desk import numbers_of
from ccus.domain.applications.terms import State
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.fees import policies
from ccus.domain.fees.actions import set_tariff, take_back_payment, waive
from ccus.domain.fees.reading import ChargeShown, charge_numbered, price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.office.carried.carrying import Carrying, Line
from ccus.domain.office.rules import Given
from ccus.domain.site_fees.reading import bill_numbers
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words


def _of_charge(given: Given) -> str:
    return f"charge:{given['charge']}"


def _require_waivable(given: Given, _by: Actor, _at: datetime) -> None:
    policies.require_open(given["charge"])
    policies.waiver_note(given["note"])


def _waive(given: Given, by: Actor, at: datetime) -> None:
    """The application that waits for the charge joins the queue (APP-08)."""
    number = _awaiting(_charge(given))
    if number is not None:
        waive_fee(number=number, note=given["note"], by=by, at=at)
    else:
        waive(charge_id=given["charge"], note=given["note"], by=by, at=at)


def _number(charge: ChargeShown) -> tuple[str, State | None]:
    """申請番号 and state of the application that a charge is for, or 請求番号 of site fees."""
    kind, _, key = charge.subject.partition(":")
    if kind == "application":
        return numbers_of([int(key)]).get(int(key), ("", None))
    return bill_numbers([charge.subject]).get(charge.subject, ""), None


def _awaiting(charge: ChargeShown) -> str | None:
    """申請番号 of the application that waits for a charge."""
    number, state = _number(charge)
    return number if state is State.FEE_DUE else None


def _require_paid(given: Given, _by: Actor, _at: datetime) -> None:
    policies.payment_of(policies.owed_charge(given["charge"]))
    policies.taking_back_words(given["words"])


def _take_back(given: Given, by: Actor, at: datetime) -> None:
    take_back_payment(charge_id=given["charge"], words=given["words"], by=by, at=at)


def _charge(given: Given) -> ChargeShown:
    charge = charge_numbered(given["charge"])
    if charge is None:
        policies.owed_charge(given["charge"])
        raise ValueError("a charge that is there is shown")
    return charge


def _lines_of_charge(given: Given, label: str, words: str) -> tuple[Line, ...]:
    charge = _charge(given)
    paid = (("記録された入金日", date_words(charge.paid_on)),) if charge.paid_on else ()
    number = _number(charge)[0]
    of = (("申請番号・請求番号", number),) if number else ()
    return *of, ("料金の種類", charge.kind.label), ("金額", f"{charge.amount:,}円"), *paid, (label, words)


def _waiver_lines(given: Given) -> tuple[Line, ...]:
    return _lines_of_charge(given, "免除の理由", given["note"])


def _taking_back_lines(given: Given) -> tuple[Line, ...]:
    return _lines_of_charge(given, "取消しの理由", given["words"])


def _of_tariff(given: Given) -> str:
    return f"tariff:{given['kind']}"


def _require_tariff(given: Given, _by: Actor, at: datetime) -> None:
    policies.require_possible(given["amount"], date.fromisoformat(given["from_on"]), today=day_of(at))


def _set_tariff(given: Given, by: Actor, at: datetime) -> None:
    from_on = date.fromisoformat(given["from_on"])
    set_tariff(kind=FeeKind(given["kind"]), amount=given["amount"], from_on=from_on, by=by, at=at)


def _tariff_lines(given: Given) -> tuple[Line, ...]:
    kind, from_on = FeeKind(given["kind"]), date.fromisoformat(given["from_on"])
    return (
        ("料金の種類", kind.label),
        ("変わる日", date_words(from_on)),
        ("その日の今の料金", f"{price(kind, on=from_on):,}円"),
        ("新しい料金", f"{given['amount']:,}円"),
    )


WAIVER = Carrying(
    duty=Duty.FEES,
    act=Act.FEE_WAIVED,
    subject=_of_charge,
    require=_require_waivable,
    carry_out=_waive,
    about=lambda given: str(given["note"]),
    lines=_waiver_lines,
)
PAYMENT_BACK = Carrying(
    duty=Duty.FEES,
    act=Act.PAYMENT_TAKEN_BACK,
    subject=_of_charge,
    require=_require_paid,
    carry_out=_take_back,
    about=lambda given: str(given["words"]),
    lines=_taking_back_lines,
)
TARIFF = Carrying(
    duty=Duty.FEES,
    act=Act.TARIFF_SET,
    subject=_of_tariff,
    require=_require_tariff,
    carry_out=_set_tariff,
    about=lambda given: f"{FeeKind(given['kind']).label} {given['amount']:,}円",
    lines=_tariff_lines,
)
