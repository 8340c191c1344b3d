"""料金の決まりを確かめる, and the sentences if something does not hold."""

from datetime import date

from ccus.domain.fees import rules
from ccus.domain.fees.models import Charge, Settlement
from ccus.domain.fees.reading import ChargeShown, charge_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal
from ccus.foundation.worded import worded


class AlreadyCharged(Refusal):
    """請求済み: one charge for one thing and kind (FEE-03)."""


class ChargeUnknown(Refusal):
    """請求なし: there is no charge of this number."""

    def __init__(self) -> None:
        super().__init__("この請求は見つかりません。請求の一覧を開き直して、もう一度選んでください。")


class AlreadySettled(Refusal):
    """処理済みの請求: paid or waived before (FEE-04)."""

    def __init__(self) -> None:
        super().__init__(
            "この請求は、すでに入金または免除が記録されています。請求の一覧を開き直して、確かめてください。"
        )


class NoPayment(Refusal):
    """取り消せる入金なし: waived, never paid, or taken back before (EYES-11)."""

    def __init__(self) -> None:
        super().__init__(
            "この請求には、取り消せる入金がありません。請求の画面を開き直して、確かめてください。"
        )


class PaidOnImpossible(Refusal):
    """入金日の誤り: before the charge, or in the future (FEE-04)."""


class NoteMissing(Refusal):
    """理由の誤り of 免除 and 入金の取消し: none, or too long (FEE-05, EYES-11)."""


class TariffImpossible(Refusal):
    """料金の誤り: a day that is over, or an amount out of bounds (FEE-02)."""


def owed_charge(charge_id: int) -> Charge:
    """A charge by its key. Raises `ChargeUnknown`."""
    owed = Charge.objects.filter(pk=charge_id).first()
    if owed is None:
        raise ChargeUnknown
    return owed


def held_charge(subject: str) -> ChargeShown | None:
    """The charge of a thing, if any, of which no payment is taken back until the end of the transaction (EYES-11)."""
    one_at_a_time("payment", subject)
    return charge_of(subject)


def payment_of(owed: Charge) -> Settlement:
    """The payment that stands. Raises `NoPayment`."""
    paid = Settlement.objects.filter(charge=owed, taken_back_at=None, paid_on__isnull=False).first()
    if paid is None:
        raise NoPayment
    return paid


def require_open(charge_id: int) -> None:
    """Refuse what was settled before (FEE-04). Raises `ChargeUnknown`, `AlreadySettled`."""
    if not owed_charge(charge_id).is_open:
        raise AlreadySettled


def waiver_note(note: str) -> str:
    """免除の理由. Raises `NoteMissing`."""
    return worded(note, label="免除の理由", longest=rules.NOTE_LENGTH, field="note", refusal=NoteMissing)


def taking_back_words(words: str) -> str:
    """取消しの理由. Raises `NoteMissing`."""
    return worded(words, label="取消しの理由", longest=rules.NOTE_LENGTH, field="words", refusal=NoteMissing)


def require_possible(amount: int, from_on: date, *, today: date) -> None:
    """Refuse a tariff of the past, or out of bounds (FEE-02). Raises `TariffImpossible`."""
    if from_on < today:
        raise TariffImpossible(
            f"料金が変わる日（{date_words(from_on)}）は、もう過ぎています。"
            f"今日（{date_words(today)}）以降の日にしてください。",
            "from_on",
        )
    if not 0 <= amount <= rules.HIGHEST:
        raise TariffImpossible(
            f"金額（{amount}円）は使えません。0円から{rules.HIGHEST:,}円までにしてください。", "amount"
        )
