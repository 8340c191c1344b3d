"""申請番号の控え: what an applicant keeps after filing (guide G19-6)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.foundation.clock import JST
from ccus.foundation.japanese import date_words


@dataclass(frozen=True, slots=True)
class ReceiptFee:
    """手数料: yen, until when, and when it was paid."""

    name: str
    amount: int
    due_on: date | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """申請番号の控えの中身. `sections` are (区分, what was filed in it in words); `next_steps` are sentences."""

    number: str
    kind: str
    name: str
    submitted_at: datetime
    sections: tuple[tuple[str, str], ...]
    fee: ReceiptFee | None = None
    next_steps: tuple[str, ...] = ()


def receipt(filed: Receipt) -> bytes:
    """申請番号の控え as a tagged PDF."""
    at = filed.submitted_at.astimezone(JST)
    moment = f"{date_words(at.date())} {at.hour}:{at.minute:02d}"
    return pdf(
        "receipt",
        {
            "title": "申請番号の控え",
            "head": {"who": f"{filed.name}　{filed.kind}", "what": f"申請番号 {filed.number}"},
            "number": filed.number,
            "about": (("申請の種類", filed.kind), ("申請した人", filed.name), ("申請した日時", moment)),
            "sections": filed.sections,
            "fee": _fee(filed.fee) if filed.fee else (),
            "next": filed.next_steps,
            "contact": contact(),
        },
    )


def _fee(fee: ReceiptFee) -> tuple[tuple[str, str], ...]:
    days = (("支払いの期限", fee.due_on), ("支払った日", fee.paid_on))
    return ((fee.name, f"{fee.amount:,}円"), *((label, date_words(on)) for label, on in days if on))
