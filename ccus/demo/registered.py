"""登録情報 of everybody: the blocks that stand for every worker, by COPY. What only the cast has is in `scenes/`."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from ccus.demo.chance import stream
from ccus.demo.plan.facts import District, Person
from ccus.demo.plan.roles import ANH, LONG_NAME, NEWCOMER, ROLES, SINGLE_NAME
from ccus.demo.words import person_name, rows
from ccus.domain.codes.terms import Joined
from ccus.domain.work_history.rules import date_of, start_of
from ccus.domain.workers.terms import Grade, NameSource, Sex

Row = tuple[Any, ...]

_OFFICE = "operator:0"
_DESK_OPENS = 9 * 3_600
_DETAILED, _WOMEN, _HAS_MAIL = 0.7, 0.04, 0.6
_WOMEN_OF_THE_CAST = {"12345678901234", "50718293642621", "83041526975821"}
_FROM_ABROAD = {ANH.number: "VN", LONG_NAME.number: "LK", SINGLE_NAME.number: "ID"}
_PLACES = (("13", "1"), ("14", "2"), ("11", "3"), ("12", "2"), ("27", "5"), ("23", "4"), ("40", "8"))
_RELATIONS = ("妻", "夫", "父", "母", "兄", "弟", "姉", "友人")
_HEALTH = (12, 13, 14)
_EMPLOYEES, _NATIONAL, _ORDINARY = 21, 22, 31


def opened(day: int) -> datetime:
    """The office enters what was registered on a day when its desk opens."""
    return datetime.fromtimestamp(start_of(day) // 1000 + _DESK_OPENS, UTC)


def _since(person: Person) -> Row:
    return date_of(person.registered_day), None, opened(person.registered_day), _OFFICE, None


def _chance(person: Person, block: str) -> Random:
    return stream(0, "registered", person.number, block)


def is_from_abroad(person: Person) -> bool:
    """Whether the identity document of a person is a 在留カード."""
    return bool(person.name.native) or person.number in _FROM_ABROAD


def names(district: District) -> Iterator[Row]:
    """氏名, with the document each form was taken from."""
    for person in district.people:
        name, own = person.name, NameSource.OWN_WORD
        source = NameSource.RESIDENCE_CARD if is_from_abroad(person) else NameSource.DRIVING_LICENCE
        forms = (name.official, source), (name.kana, own), (name.roman, source), (name.native, own)
        said = [part for text, of in (*forms, (name.alias, own)) for part in (text, of if text else "")]
        yield person.id, person.id, *said, False, *_since(person)


def grades(district: District) -> Iterator[Row]:
    """登録の型: core workers and the cast but one are 詳細型."""
    cast = {role.number for role in ROLES if role is not NEWCOMER}
    for person in district.people:
        is_detailed = person.is_core or person.number in cast or _chance(person, "grade").random() < _DETAILED
        is_detailed = is_detailed and person.number != NEWCOMER.number
        yield person.id, person.id, Grade.DETAILED if is_detailed else Grade.SIMPLE, *_since(person)


def statuses(district: District) -> Iterator[Row]:
    """性別・国籍・在留資格."""
    for person in district.people:
        chance = _chance(person, "status")
        is_woman = person.number in _WOMEN_OF_THE_CAST or chance.random() < _WOMEN
        sex, home, residence, until = (Sex.FEMALE if is_woman else Sex.MALE), "JP", None, None
        if is_from_abroad(person):
            home, residence = _FROM_ABROAD.get(person.number, "VN"), "ssw1"
            until = date(date_of(district.now // 86_400_000).year + 2, 3, 31)
        yield person.id, person.id, sex, home, residence, until, *_since(person)


def contacts(district: District) -> Iterator[Row]:
    """連絡先, of numbers that nobody has."""
    for person in district.people:
        chance = _chance(person, "contact")
        prefecture, first = chance.choice(_PLACES)
        town = chance.choice(rows("towns"))[0] + chance.choice(rows("quarters"))[0]
        street = f"{chance.randrange(1, 6)}丁目{chance.randrange(1, 30)}番{chance.randrange(1, 20)}号"
        mail = f"worker{person.id}@example.jp" if chance.random() < _HAS_MAIL else ""
        where = f"{first}{chance.randrange(10**6):06d}", prefecture, town, street, ""
        yield person.id, person.id, *where, f"+81900{chance.randrange(10**7):07d}", mail, *_since(person)


def emergencies(district: District) -> Iterator[Row]:
    """緊急連絡先."""
    for person in district.people:
        chance = _chance(person, "emergency")
        said = person_name(chance).official, chance.choice(_RELATIONS), f"+81800{chance.randrange(10**7):07d}"
        yield person.id, person.id, *said, *_since(person)


def insurances(district: District) -> Iterator[Row]:
    """社会保険: most are insured by their employer, some by themselves."""
    for person in district.people:
        chance = _chance(person, "insurance")
        is_employed = chance.random() < 0.85
        employment = (Joined.JOINED, _ORDINARY) if is_employed else (Joined.EXEMPT, None)
        last4 = f"{chance.randrange(10**4):04d}" if is_employed else ""
        kinds = chance.choice(_HEALTH), _EMPLOYEES if is_employed else _NATIONAL
        joined = Joined.JOINED, kinds[0], Joined.JOINED, kinds[1], *employment
        yield person.id, person.id, *joined, last4, not is_employed, *_since(person)


def retirements(district: District) -> Iterator[Row]:
    """退職金共済."""
    for person in district.people:
        chance = _chance(person, "retirement")
        is_in = chance.random() < 0.6
        number = f"{chance.randrange(10**8):08d}" if is_in else ""
        yield person.id, person.id, is_in, number, not is_in and chance.random() < 0.2, *_since(person)


DATED = "valid_from, valid_until, recorded_at, recorded_by, superseded_at"
_FORMS = ", ".join(f"{form}, {form}_source" for form in ("official", "kana", "roman", "native", "alias"))
_BRANCHES = ", ".join(f"{branch}, {branch}_kind_id" for branch in ("health", "pension", "employment"))
REGISTERED: tuple[tuple[str, str, Callable[[District], Iterable[Row]]], ...] = (
    (
        "worker_name",
        f"id, worker_id, {_FORMS}, alias_on_card, {DATED}",
        names,
    ),
    ("registration_grade", f"id, worker_id, grade, {DATED}", grades),
    (
        "personal_status",
        f"id, worker_id, sex, nationality_id, residence_status_id, residence_until, {DATED}",
        statuses,
    ),
    (
        "contact",
        f"id, worker_id, postcode, prefecture_id, town, street, building, phone, mail, {DATED}",
        contacts,
    ),
    ("emergency_contact", f"id, worker_id, person, relation, phone, {DATED}", emergencies),
    (
        "social_insurance",
        f"id, worker_id, {_BRANCHES}, employment_last4, special_accident, {DATED}",
        insurances,
    ),
    ("retirement_aid", f"id, worker_id, kentaikyo, kentaikyo_number, chutaikyo, {DATED}", retirements),
)
"""Table, columns and rows, in the order that foreign keys want."""
