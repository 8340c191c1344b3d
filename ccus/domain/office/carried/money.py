"""お金の提案: a waiver, a payment taken back, a tariff (FEE-02, FEE-05, EYES-11)."""

from collections.abc import Callable
from datetime import date, datetime

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.fees import policies
from ccus.domain.fees.actions import set_tariff, take_back_payment
from ccus.domain.fees.reading import charge_numbered, price
from ccus.domain.fees.terms import FeeKind
from ccus.domain.office import ledger
from ccus.domain.office.carried.carrying import Carrying, Line
from ccus.domain.office.rules import Given
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words


def _about_charge(
    words: Line,
    require: Callable[[Given, Actor, datetime], None],
    carry_out: Callable[[Given, Actor, datetime], None],
) -> Carrying:
    """A proposal about one charge; `words`: the key of the reason in what is given, and its label."""
    key, label = words
    return Carrying(
        duty=Duty.FEES,
        subject=lambda given: f"charge:{given['charge']}",
        require=require,
        carry_out=carry_out,
        about=lambda given: str(given[key]),
        lines=lambda given: (*_lines_of_charge(given), (label, given[key])),
    )


def _in_ledger(given: Given) -> ledger.Line:
    charge = charge_numbered(given["charge"])
    if charge is None:
        raise policies.ChargeUnknown
    return ledger.lines_of([charge])[0]


def _lines_of_charge(given: Given) -> tuple[Line, ...]:
    line = _in_ledger(given)
    charge = line.charge
    paid = (("記録された入金日", date_words(charge.paid_on)),) if charge.paid_on else ()
    of = (("申請番号・請求番号", line.number),) if line.number else ()
    return *of, ("料金の種類", charge.kind.label), ("金額", f"{charge.amount:,}円"), *paid


def _require_waivable(given: Given, _by: Actor, _at: datetime) -> None:
    policies.require_open(given["charge"])
    policies.waiver_note(given["note"])


def _waive(given: Given, by: Actor, at: datetime) -> None:
    _in_ledger(given).waive(given["note"], by=by, at=at)


def _require_paid(given: Given, _by: Actor, _at: datetime) -> None:
    policies.payment_of(policies.owed_charge(given["charge"]))
    policies.taking_back_words(given["words"])


def _take_back(given: Given, by: Actor, at: datetime) -> None:
    take_back_payment(charge_id=given["charge"], words=given["words"], by=by, at=at)


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


WAIVER = _about_charge(("note", "免除の理由"), _require_waivable, _waive)
PAYMENT_BACK = _about_charge(("words", "取消しの理由"), _require_paid, _take_back)
TARIFF = Carrying(
    duty=Duty.FEES,
    subject=_of_tariff,
    require=_require_tariff,
    carry_out=_set_tariff,
    about=lambda given: f"{FeeKind(given['kind']).label} {given['amount']:,}円",
    lines=_tariff_lines,
)
