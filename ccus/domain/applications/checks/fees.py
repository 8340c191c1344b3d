"""料金の決まり方: what makes a reissue free, and that what decided the fee of the first submission stays (APP-08)."""

from datetime import date

from ccus.domain.applications.checks.faults import DefectTakenBack, DefectTooLate, Fault
from ccus.domain.applications.contents import Contents
from ccus.domain.applications.reissuing import LOST
from ccus.domain.cards.models import Card
from ccus.domain.cards.rules import DEFECT_DAYS, may_be_defective
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words


def defect_faults(contents: Contents, *, submitted: Contents, worker: int | None, today: date) -> list[Fault]:
    """初期不良 that made the first submission free and is not claimed any more, or is claimed too late (CARD-23)."""
    if any(row.values.get("is_defect") for row in submitted.get("reason", ())):
        return _taken_back(contents)
    rows = contents.get("reason", ())
    claimed = [row for row in rows if row.values.get("is_defect") and row.values.get("reason") != LOST]
    if not claimed or worker is None:
        return []
    card = Card.objects.filter(worker=worker, revocation=None).order_by("-serial").first()
    if card is None or may_be_defective(issued_on=day_of(card.issued_at), on=today):
        return []
    late = DefectTooLate(
        f"カードの発行（{date_words(day_of(card.issued_at))}）から{DEFECT_DAYS}日が過ぎたので、初期不良にはできません。"
        "印を外してください。料金がかかります。",
        "is_defect",
    )
    return [Fault("reason", row.key, late) for row in claimed]


def _taken_back(contents: Contents) -> list[Fault]:
    taken_back = DefectTakenBack(
        "初期不良として出した申請では、あとから印を外せません。"
        "この申請を取り下げて、新しく申請してください。料金がかかります。",
        "is_defect",
    )
    rows = contents.get("reason", ())
    return [Fault("reason", row.key, taken_back) for row in rows if not row.values.get("is_defect")]
