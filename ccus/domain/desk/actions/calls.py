"""電話・メールの受付: an officer types in what came by telephone or mail (DESK-02)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.enquiring import in_words
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.desk.messages import tell_asker
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.opening import About, begin
from ccus.domain.desk.policies import Asker, CallerUnknown, said
from ccus.domain.desk.terms import Channel, Move, Subject
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.notices.texts import Text
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Item


@dataclass(frozen=True, slots=True)
class Caller:
    """問い合わせた人: 技能者ID or 事業者ID, or neither for somebody who is not registered; how, and why it is kept."""

    channel: Channel
    reason: EnquiryReason
    note: str = ""
    worker_number: str = ""
    company_number: str = ""


@transaction.atomic
def open_for_caller(
    *, caller: Caller, subject: Subject, words: str, on: date | None = None, by: Actor, at: datetime
) -> DeskCase:
    """電話・メールを書く: the case is at once in the officer's hands; a worker reads who looked, and is told.

    `on`: the day of a worker's history that it is about; the officer then sees that day (DESK-14).

    Raises `NotAllowed`, `CallerUnknown`, `WhyMissing`, `SubjectWrong`, `DayWrong`, `WordsMissing`, `TooLong`,
    `LetterRefused`.
    """
    require_duty(by, Duty.CONTACT)
    why = in_words(caller.reason, caller.note)
    asked = said(words, what="聞いたこと")
    asker = _asker(caller)
    channel = Channel.MAIL if caller.channel is Channel.MAIL else Channel.PHONE
    case = begin(asker, About(subject, on), asked, move=Move.CALL, channel=channel, by=by, at=at)
    if asker.worker is not None:
        workers_as_seen_by(
            by,
            [asker.worker],
            purpose=Purpose.ENQUIRY,
            reason=f"{why}（お問い合わせ {case.number}）",
            at=at,
            items=(Item.CARD,),
        )
    record(
        act=Act.DESK_CALL_OPENED,
        by=by,
        at=at,
        subject=("desk_case", case.pk),
        about=subject.value,
        channel=channel.value,
        reason=caller.reason.value,
    )
    tell_asker(case, Text.DESK_CALL_OPENED, at=at)
    return case


def _asker(caller: Caller) -> Asker:
    if caller.worker_number and caller.company_number:
        raise CallerUnknown(
            "技能者IDと事業者IDの両方が入っています。問い合わせた人のどちらか一つだけにしてください。",
            "worker_number",
        )
    if caller.worker_number:
        worker = Worker.objects.filter(number=caller.worker_number).values_list("pk", flat=True).first()
        return Asker(worker=_known(worker, "技能者ID", caller.worker_number, "worker_number"))
    if caller.company_number:
        company = Company.objects.filter(number=caller.company_number).values_list("pk", flat=True).first()
        return Asker(company=_known(company, "事業者ID", caller.company_number, "company_number"))
    return Asker()


def _known(key: int | None, label: str, number: str, field: str) -> int:
    if key is None:
        raise CallerUnknown(
            f"{label} {number} は登録されていません。番号を確かめるか、登録のない方として空にしてください。",
            field,
        )
    return key
