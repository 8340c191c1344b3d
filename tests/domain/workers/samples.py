"""One row of every block, as it would have been read."""

from datetime import UTC, datetime

from ccus.domain.evidence.models import Evidence
from ccus.domain.workers.blocks.catalogue import CATALOGUE
from ccus.domain.workers.models import RegistrationGrade, Worker
from ccus.domain.workers.registered import registered
from ccus.foundation.clock import today
from ccus.foundation.entry.block import Value
from ccus.foundation.kept.rows import FactRow
from tests.factories import workers
from tests.factories.facts import BEGAN, RECORDED_AT

SHOWN_ALONE = {"affiliation"}
LISTED = [r.block.key for r in CATALOGUE if r.is_listed]
LASTING = [r.block.key for r in CATALOGUE if not r.is_listed and r.block.key not in {"affiliation", "photo"}]
ENTERED = [r.block.key for r in CATALOGUE if r.block.key not in SHOWN_ALONE]
VALUES: dict[str, dict[str, Value]] = {
    "name": {
        "official": "髙田 未来",
        "official_source": "resident_record",
        "kana": "タカダ ミライ",
        "alias": "建設 未来",
        "alias_on_card": True,
    },
    "photo": {},
    "status": {
        "sex": "female",
        "nationality": "VN",
        "residence_status": "ssw1",
        "residence_until": "2028-03-31",
    },
    "blood": {"group": "ab", "rhesus": "minus"},
    "contact": {
        "postcode": "1000001",
        "prefecture": "13",
        "town": "千代田区千代田",
        "street": "1番1号",
        "phone": "+819012345678",
        "mail": "mirai@example.jp",
    },
    "emergency": {"person": "建設 花子", "relation": "妻", "phone": "+81312345678"},
    "insurance": {
        "health": "joined",
        "health_kind": "health_kyokai_kenpo",
        "pension": "joined",
        "pension_kind": "pension_employees",
        "employment": "exempt",
        "employment_last4": "1234",
        "special_accident": True,
    },
    "retirement": {"kentaikyo": True, "kentaikyo_number": "01234567", "chutaikyo": False},
    "health": {"checked": "2026-05-01", "systolic": 128, "diastolic": 80},
    "special_health": {"kind": "dust", "checked": "2026-05-01"},
    "trades": {"trade_1": "34-01", "trade_2": "10-01"},
    "experience": {"years": 12, "text": "基礎配筋\n型枠の補助"},
    "schooling": {"school": "見本工業高校", "course": "建築科", "graduated": "2008-03-01"},
    "core": {
        "qualification": "C0011",
        "number": "第77号",
        "acquired": "2026-05-01",
        "expires": "2031-04-30",
    },
    "qualifications": {"qualification": "T0022", "number": "第5号", "acquired": "2015-07-01"},
    "training": {"name": "足場点検実務者研修", "organiser": "見本協会", "completed": "2024-02-29"},
    "awards": {"name": "優良技能者表彰", "organiser": "見本県", "awarded": "2025-10-01"},
}


def picture() -> str:
    """The key of an image that was handed in."""
    kept = Evidence.objects.create(
        purpose="certificate",
        owner="worker:1",
        content=b"i",
        preview=b"i",
        width=1,
        height=1,
        sha256=b"s" * 32,
        uploaded_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
    return str(kept.key)


def values(key: str, **changed: Value) -> dict[str, Value]:
    """The row of a block, with an image where it asks for one."""
    image = {"image": picture()} if key in {"photo", "core", "qualifications"} else {}
    return VALUES[key] | image | changed


def blank_worker() -> Worker:
    """A worker registered as 詳細型, with no block filled yet."""
    return graded(workers.worker(name=None, trade=None))


def graded(worker: Worker, grade: str = "detailed") -> Worker:
    RegistrationGrade.objects.create(
        worker=worker, grade=grade, valid_from=BEGAN, recorded_at=RECORDED_AT, recorded_by="system:0"
    )
    return worker


def rows(worker: Worker, key: str) -> tuple[FactRow, ...]:
    """What stands today."""
    return registered(worker.pk, on=today(), keys=[key])[key]


def given(row: FactRow, key: str) -> dict[str, Value]:
    """Of a row, what the sample of its block says."""
    return {name: value for name, value in row.values.items() if name in {*VALUES[key]}}
