"""定番の人びとの登録情報: what the cast has beside what everybody has; 建設 未来 has all nine blocks."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps

from ccus.demo.plan.roles import ANH, HANAKO, LONG_NAME, LOST_CARD, MIRAI, NEWCOMER, ROLES, SINGLE_NAME, Role
from ccus.demo.scenes.pictures import paper, portrait
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.evidence.actions import keep, upload
from ccus.domain.evidence.terms import Purpose
from ccus.domain.workers.actions.registered import enter_fact
from ccus.domain.workers.options import label
from ccus.foundation.entry.block import Values

_SCAFFOLD, _SLING, _REBAR, _CORE_REBAR = "T0001", "T0022", "S0003", "C0011"
_BLOOD = {MIRAI: "a", HANAKO: "o", ANH: "b", LONG_NAME: "ab", LOST_CARD: "a", SINGLE_NAME: "o"}


def worker_of(role: Role) -> Any:
    """The row of a role's worker, for acts that ask for it."""
    return apps.get_model("workers", "Worker").objects.get(number=role.number)


def equip(today: date, registered_at: datetime) -> None:
    """Enter what the cast brought along. `registered_at` is when the office entered it, before `today`."""
    for n, role in enumerate(ROLES):
        worker = worker_of(role)
        _enter(
            worker, "photo", {"image": _image(portrait(n), Purpose.PORTRAIT, registered_at)}, registered_at
        )
        if role is NEWCOMER:
            continue
        since = worker.registered_on.isoformat()
        blood = {"group": _BLOOD[role], "rhesus": "plus", "since": since}
        _enter(worker, "blood", blood, registered_at)
        checked = (today - timedelta(days=60 + 40 * n)).isoformat()
        _enter(
            worker, "health", {"checked": checked, "systolic": 118 + n, "diastolic": 74 + n}, registered_at
        )
        _qualify(role, worker, "qualifications", _SCAFFOLD, date(2021, 6, 11 + n), registered_at)
    _mirai(worker_of(MIRAI), today, registered_at)


def _mirai(worker: Any, today: date, at: datetime) -> None:
    _qualify(MIRAI, worker, "core", _CORE_REBAR, date(2018, 11, 30), at)
    _qualify(MIRAI, worker, "qualifications", _SLING, date(2012, 9, 14), at)
    _qualify(MIRAI, worker, "qualifications", _REBAR, date(2017, 3, 24), at)
    _enter(worker, "special_health", {"kind": "dust", "checked": (today - timedelta(90)).isoformat()}, at)
    done = {
        "years": 12,
        "text": "鉄筋の加工と組立て。2016年から職長。",
        "since": worker.registered_on.isoformat(),
    }
    _enter(worker, "experience", done, at)
    school = {"school": "みほん工業高等学校", "course": "建築科", "graduated": "2007-03-10"}
    _enter(worker, "schooling", school, at)
    training = {
        "name": "職長・安全衛生責任者教育",
        "organiser": "みほん講習センター",
        "completed": "2016-02-19",
    }
    _enter(worker, "training", training, at)
    award = {"name": "優秀技能者表彰", "organiser": "みほん建設業協会", "awarded": "2023-10-13"}
    _enter(worker, "awards", award, at)


def _qualify(role: Role, worker: Any, key: str, code: str, acquired: date, at: datetime) -> None:
    listed = "core_qualification" if key == "core" else "qualification"
    number = f"第{acquired:%y%m%d}号"
    drawn = paper(f"{label(listed, code)}", (f"氏名　{role.name.official}", f"番号　{number}"), acquired)
    image = _image(drawn, Purpose.CERTIFICATE, at)
    held = {"qualification": code, "number": number, "acquired": acquired.isoformat(), "image": image}
    _enter(worker, key, held, at)


def _image(data: bytes, purpose: Purpose, at: datetime) -> str:
    key: UUID = upload(data=data, purpose=purpose, by=SYSTEM, at=at).key
    keep(keys=[key], by=SYSTEM, at=at)
    return str(key)


def _enter(worker: Any, key: str, values: Values, at: datetime) -> None:
    enter_fact(worker=worker, key=key, values=values, by=SYSTEM, at=at)
