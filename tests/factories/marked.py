"""刻印の人: somebody in whose data every value occurs nowhere else, so that a leak can be seen."""

import uuid
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import Image

from ccus.domain.accounts.models import User
from ccus.domain.cards.models import Card
from ccus.domain.cards.terms import CardColour
from ccus.domain.codes.models import QualificationType
from ccus.domain.companies.models import Company
from ccus.domain.evidence.models import Evidence
from ccus.domain.workers import models
from ccus.domain.workers.terms import Item
from tests.factories import accounts, cards, companies, workers
from tests.factories.facts import RECORDED_AT

FACT = {"recorded_at": RECORDED_AT, "recorded_by": "system:0"}
BORN = date(1953, 2, 3)
BEFORE, SINCE, UNTIL = date(2018, 4, 1), date(2021, 7, 9), date(2031, 5, 7)
MARKS: dict[Item, tuple[str, ...]] = {
    Item.CARD: ("コクイン",),
    Item.NAME: ("刻印 太郎左衛門", "KOKUIN", "刻印の母語名", "刻印の通称", "刻印の顔写真"),
    Item.BIRTH_DATE: ("1953-02-03", "1953年2月3日", "1953/02/03", "19530203"),
    Item.CONTACT: (
        *("9876543", "987-6543", "刻印町", "刻印番地", "刻印荘", "kokuin-mail@"),
        *("+819077770001", "09077770001", "090-7777-0001"),
    ),
    Item.EMERGENCY: ("刻印の緊急の人", "刻印の関係", "+819077770002", "09077770002", "090-7777-0002"),
    Item.STATUS: ("2031-05-07", "2031年5月7日"),
    Item.BLOOD: ("2001-01-02", "2001年1月2日"),
    Item.INSURANCE: ("刻印共済番号", "2003-03-04", "2003年3月4日"),
    Item.HEALTH: ("2026-08-19", "2026年8月19日", "2026-08-21", "2026年8月21日"),
    Item.TRADES: ("刻印の経験",),
    Item.QUALIFICATIONS: ("刻印資格番号", "刻印基幹番号", "刻印学校", "刻印学科", "刻印の証書"),
    Item.TRAINING: ("刻印研修", "刻印研修所", "刻印表彰", "刻印表彰者"),
    Item.EMPLOYERS: ("刻印工業",),
    Item.PAST_EMPLOYERS: ("刻印旧工業",),
}
"""Item → the letters that only the marked worker's data hold, as kept and as pages write them."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked worker; `pictures` are the keys of the portrait and the certificates."""

    worker: models.Worker
    account: User
    card: Card
    employer: Company
    pictures: tuple[uuid.UUID, ...]


def picture(words: str, purpose: str = "certificate", owner: str = "system:0") -> Evidence:
    """A grey JPEG whose bytes hold these words."""
    drawn = BytesIO()
    Image.new("RGB", (30, 40), "grey").save(drawn, "JPEG", comment=words.encode())
    return Evidence.objects.create(
        purpose=purpose,
        owner=owner,
        content=drawn.getvalue(),
        preview=drawn.getvalue(),
        width=30,
        height=40,
        sha256=bytes(32),
        uploaded_at=RECORDED_AT,
        kept_at=RECORDED_AT,
    )


def marked_worker() -> Marked:
    """A worker of whom every item is registered, every value marked."""
    account = accounts.account()
    worker = workers.worker(
        number=account.login_id,
        account=account,
        birth_on=BORN,
        name__official="刻印 太郎左衛門",
        name__kana="コクイン タロウザエモン",
        name__roman="KOKUIN TAROZAEMON",
        name__native="刻印の母語名",
        name__alias="刻印の通称",
    )
    employer = companies.company(name="刻印工業")
    workers.affiliation(worker=worker, company=employer, valid_from=SINCE)
    past = companies.company(name="刻印旧工業")
    workers.affiliation(worker=worker, company=past, valid_from=BEFORE, valid_until=SINCE)
    _person(worker)
    _work(worker)
    portrait = picture("刻印の顔写真", "portrait")
    models.Portrait.objects.create(worker=worker, image=portrait, valid_from=SINCE, **FACT)
    shown = _proof(worker)
    card = cards.card(worker=worker, colour=CardColour.GOLD)
    return Marked(worker, account, card, employer, (portrait.key, *shown))


def _person(worker: models.Worker) -> None:
    models.PersonalStatus.objects.create(
        worker=worker,
        sex="female",
        nationality_id="VN",
        residence_status_id="ssw1",
        residence_until=UNTIL,
        valid_from=SINCE,
        **FACT,
    )
    models.BloodGroup.objects.create(worker=worker, group="ab", valid_from=date(2001, 1, 2), **FACT)
    models.Contact.objects.create(
        worker=worker,
        postcode="9876543",
        prefecture_id="13",
        town="刻印町",
        street="刻印番地",
        building="刻印荘",
        phone="+819077770001",
        mail="kokuin-mail@example.jp",
        valid_from=SINCE,
        **FACT,
    )
    models.EmergencyContact.objects.create(
        worker=worker,
        person="刻印の緊急の人",
        relation="刻印の関係",
        phone="+819077770002",
        valid_from=SINCE,
        **FACT,
    )


def _work(worker: models.Worker) -> None:
    models.Experience.objects.create(worker=worker, years=7, text="刻印の経験", valid_from=SINCE, **FACT)
    models.SocialInsurance.objects.create(
        worker=worker,
        health="exempt",
        pension="exempt",
        employment="not_joined",
        employment_last4="7391",
        valid_from=date(2003, 3, 4),
        **FACT,
    )
    models.RetirementAid.objects.create(
        worker=worker,
        kentaikyo=True,
        kentaikyo_number="刻印共済番号",
        chutaikyo=False,
        valid_from=SINCE,
        **FACT,
    )
    models.RegistrationGrade.objects.create(worker=worker, grade="detailed", valid_from=SINCE, **FACT)


def _kind(kind: str) -> QualificationType:
    return QualificationType.objects.filter(kind=kind).earliest("place")


def _proof(worker: models.Worker) -> tuple[uuid.UUID, ...]:
    held = {"worker": worker, "valid_from": SINCE, **FACT}
    first, second = picture("刻印の証書一"), picture("刻印の証書二")
    models.Qualification.objects.create(
        qualification=_kind("licence"), number="刻印資格番号", image=first, **held
    )
    models.CoreWorkerQualification.objects.create(
        qualification=_kind("core"), number="刻印基幹番号", image=second, **held
    )
    models.Schooling.objects.create(school="刻印学校", course="刻印学科", **held)
    models.Training.objects.create(name="刻印研修", organiser="刻印研修所", **held)
    models.Award.objects.create(name="刻印表彰", organiser="刻印表彰者", **held)
    checked = held | {"valid_from": date(2026, 8, 19)}
    models.HealthCheck.objects.create(systolic=187, diastolic=113, **checked)
    models.SpecialHealthCheck.objects.create(kind_id="dust", **(held | {"valid_from": date(2026, 8, 21)}))
    return first.key, second.key
