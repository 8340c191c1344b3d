"""What is registered about somebody of the cast, entered as the office enters it."""

from datetime import date
from uuid import UUID

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.evidence.actions import keep
from ccus.domain.evidence.terms import Purpose
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.actions.registered import enter_fact, set_grade
from ccus.domain.workers.models import Affiliation
from ccus.domain.workers.terms import Grade
from ccus.foundation import clock
from ccus.foundation.entry.block import Value
from tests.factories import applications
from tests.portals.worker import cast

SLINGING, SCAFFOLD, TOBI, CORE = "T0022", "E0007", "S0001", "C0011"


def enter(of: cast.Person, key: str, /, **values: Value) -> None:
    enter_fact(worker=of.worker, key=key, values=values, by=SYSTEM, at=clock.now())


def simple(person: cast.Person) -> None:
    set_grade(worker=person.worker, grade=Grade.SIMPLE, by=SYSTEM, at=clock.now())


def image(purpose: Purpose = Purpose.CERTIFICATE) -> UUID:
    key = UUID(applications.image(SYSTEM, purpose))
    keep(keys=[key], by=SYSTEM, at=clock.now())
    return key


def portrait(person: cast.Person) -> UUID:
    key = image(Purpose.PORTRAIT)
    enter(person, "photo", image=str(key))
    return key


def qualification(
    person: cast.Person,
    code: str = SLINGING,
    *,
    number: str = "第12345号",
    acquired: str = "2020-04-01",
    expires: str | None = None,
) -> UUID:
    """A qualification with its certificate; the key of the image."""
    key = image()
    block = "core" if code == CORE else "qualifications"
    values: dict[str, Value] = {"qualification": code, "number": number, "image": str(key)}
    enter(person, block, acquired=acquired, expires=expires, **values)
    return key


def training(
    person: cast.Person, name: str = "職長・安全衛生責任者教育", completed: str = "2022-05-10"
) -> None:
    enter(person, "training", name=name, organiser="建設業労働災害防止協会", completed=completed)


def health(person: cast.Person, checked: str = "2026-06-01") -> None:
    enter(person, "health", checked=checked, systolic=128, diastolic=79)


def contact(person: cast.Person, town: str = "港区虎ノ門", since: str | None = None) -> None:
    enter(
        person,
        "contact",
        postcode="1050001",
        prefecture="13",
        town=town,
        street="4丁目1番1号",
        phone="+819012345678",
        mail="mirai@example.jp",
        since=since,
    )


def left_a_firm(person: cast.Person, name: str = "むかしの鉄筋株式会社") -> None:
    cast.employ(person, cast.company(name), is_main=False, from_on=date(2020, 4, 1))
    link = Affiliation.objects.get(worker=person.worker, company__name=name, superseded_at=None)
    end_affiliation(affiliation=link, until_on=date(2026, 11, 1), by=SYSTEM, at=clock.now())


def everything(person: cast.Person) -> None:
    """All blocks, with a qualification of each kind of expiry."""
    portrait(person)
    enter(
        person, "status", sex="male", nationality="VN", residence_status="ssw1", residence_until="2028-03-31"
    )
    enter(person, "blood", group="ab", rhesus="plus")
    contact(person)
    enter(person, "emergency", person="建設 花子", relation="妻", phone="+819087654321")
    cast.employ(person, cast.company("株式会社ものすごくながいなまえの鉄筋工業東日本支店"))
    left_a_firm(person)
    enter(
        person,
        "insurance",
        health="joined",
        health_kind="health_construction_union",
        pension="joined",
        pension_kind="pension_employees",
        employment="not_joined",
        employment_last4="7391",
        special_accident=False,
    )
    enter(person, "retirement", kentaikyo=True, kentaikyo_number="12-345678", chutaikyo=False)
    health(person)
    enter(person, "special_health", kind="dust", checked="2026-06-01")
    enter(
        person,
        "experience",
        years=15,
        text="鉄筋工として、マンションと橋の\n現場で働きました。",
        since="2011-04-01",
    )
    enter(person, "schooling", school="未来工業高等学校", course="建築科", graduated="2008-03-01")
    qualification(person, CORE, number="第10-0001号", acquired="2019-02-01", expires="2029-01-31")
    qualification(person)
    qualification(person, SCAFFOLD, number="第777号", acquired="2015-01-01", expires="2026-01-01")
    qualification(person, TOBI, number="なし", acquired="2018-01-01", expires="2026-12-31")
    training(person)
    enter(person, "awards", name="優秀施工者国土交通大臣顕彰", organiser="国土交通省", awarded="2024-10-01")
