"""料金の決まり方: what decided the fee of the first submission stays (APP-08)."""

from ccus.domain.applications.checks.faults import DefectTakenBack, Fault
from ccus.domain.applications.contents import Contents


def defect_faults(contents: Contents, *, submitted: Contents) -> list[Fault]:
    """初期不良 that made the first submission free, and is not claimed any more."""
    if not any(row.values.get("is_defect") for row in submitted.get("reason", ())):
        return []
    taken_back = DefectTakenBack(
        "初期不良として出した申請では、あとから印を外せません。"
        "この申請を取り下げて、新しく申請してください。料金がかかります。",
        "is_defect",
    )
    rows = contents.get("reason", ())
    return [Fault("reason", row.key, taken_back) for row in rows if not row.values.get("is_defect")]
