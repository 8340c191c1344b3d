"""下書き: opening an application and keeping what was typed."""

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F

from ccus.domain.applications.contents import DraftRow, draft_json
from ccus.domain.applications.counting import count_opening
from ccus.domain.applications.entrusting import entrust
from ccus.domain.applications.models import Applicant, Application, DraftSection
from ccus.domain.applications.policies import (
    filer_of,
    held,
    require_entrusted,
    require_filer,
    require_open_feature,
    require_state,
)
from ccus.domain.applications.rules import CHANCES, application_number
from ccus.domain.applications.sections import section_of
from ccus.domain.applications.terms import CLOSED, ApplicationKind, State
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.policies import require_renewable
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.domain.workers.reading import grade_of
from ccus.domain.workers.terms import Grade
from ccus.foundation.clock import JST, day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.numbering import drawn_again
from ccus.foundation.refusals import Refusal

MOST_LETTERS = 200_000
"""What one section may hold, as JSON."""


class SavedElsewhere(Refusal):
    """ほかの画面での保存: a newer save of the section is there (APP-03)."""


class SectionUnknown(Refusal):
    """ない区分: this application does not ask it."""


class TooMuchTyped(Refusal):
    """多すぎる記入: more rows or letters than a section holds."""


class GradeFixed(Refusal):
    """変えられない型: only a registration that was never submitted chooses (APP-06)."""


class AlreadyDetailed(Refusal):
    """詳細型の方: nothing to upgrade (APP-06)."""


class KindNotOffered(Refusal):
    """できない種類の申請: applicants register, workers do everything else (APP-06)."""


class AlreadyHasId(Refusal):
    """登録済みの申請者: the registration was approved (APP-04)."""


@transaction.atomic
def open_application(
    *,
    kind: ApplicationKind,
    grade: Grade | None = None,
    worker: int | None = None,
    applicant: int | None = None,
    company: int | None = None,
    by: Actor,
    at: datetime,
) -> Application:
    """申請を始める, or go on with the open one of the kind: its number stays (APP-01, APP-04).

    `worker`, `applicant` or `company` (keys) is whom it is about. `grade` is chosen by registrations only; for a
    worker it is what is registered. Raises `NotAllowed`, `KindNotOffered`, `NotOpenYet`, `WorkerWithdrawn`,
    `AlreadyDetailed`, `AlreadyHasId`, `RenewalTooEarly`, `TooManyTries`, `MandateOver`, `NotEntrusted`.
    """
    case = Application(kind=kind, filed_by=str(by), opened_at=at, grade=grade or "")
    case.worker = Worker.objects.get(pk=worker) if worker is not None else None
    case.applicant = Applicant.objects.get(pk=applicant) if applicant is not None else None
    case.company = Company.objects.get(pk=company) if company is not None else None
    by = require_filer(case, by, at=at)
    require_open_feature(kind, at=at)
    one_at_a_time("application", f"{worker}:{applicant}:{company}")
    present = (
        Application.objects.filter(worker=worker, applicant=applicant, company=company, kind=kind)
        .exclude(state__in=sorted(CLOSED))
        .first()
    )
    if present is not None:
        require_entrusted(present, by)
        return present
    _require_sense(case, at=at)
    if by == filer_of(case) or case.company is not None or by.client is not None:
        count_opening(by, at=at)
    created = drawn_again(partial(_create, case, at=at))
    entrust(created, by, at=at)
    record(
        act=Act.APPLICATION_OPENED,
        by=by,
        at=at,
        subject=("application", created.pk),
        kind=kind.value,
        number=created.number,
    )
    return created


@transaction.atomic
def choose_grade(*, number: str, grade: Grade, by: Actor, at: datetime) -> None:
    """簡略型か詳細型かを選ぶ, until the first submission. Raises `GradeFixed`, `AlreadySubmitted`."""
    case = held(number)
    by = require_filer(case, by, at=at)
    require_state(case, State.DRAFT, doing="型の選択")
    if case.kind != ApplicationKind.REGISTRATION:
        raise GradeFixed("簡略型か詳細型かは、新規登録のときだけ選べます。詳細型への変更を申請してください。")
    Application.objects.filter(pk=case.pk).update(grade=grade)
    record(
        act=Act.APPLICATION_GRADE_CHOSEN,
        by=by,
        at=at,
        subject=("application", case.pk),
        grade=grade.value,
    )


@transaction.atomic
def save_section(
    *, number: str, section: str, rows: Sequence[DraftRow], version: int, by: Actor, at: datetime
) -> int:
    """下書きの保存, right or wrong (APP-03). `version` is the one that was opened, 0 for none; returns the new one.

    Raises `SavedElsewhere`, `SectionUnknown`, `TooMuchTyped`, `AlreadySubmitted`.
    """
    case = held(number)
    by = require_filer(case, by, at=at)
    require_state(case, State.DRAFT, State.RETURNED, doing="保存")
    kept = _storable(case, section, rows)
    drafts = DraftSection.objects.filter(application=case, section=section)
    if version:
        saved = drafts.filter(version=version).update(rows=kept, version=F("version") + 1, saved_at=at)
        if not saved:
            raise _elsewhere(case, section)
        return version + 1
    with transaction.atomic(), refusing({"draft_section_once": _elsewhere(case, section)}):
        DraftSection.objects.create(application=case, section=section, rows=kept, saved_at=at)
    record(act=Act.APPLICATION_SAVED, by=by, at=at, subject=("application", case.pk), section=section)
    return 1


def _storable(case: Application, section: str, rows: Sequence[DraftRow]) -> list[dict[str, object]]:
    asked = section_of(ApplicationKind(case.kind), Grade(case.grade) if case.grade else None, section)
    if asked is None:
        raise SectionUnknown("この申請では、その項目は書きません。申請の画面を開き直してください。")
    if len(rows) > asked.block.many or len({row.key for row in rows}) < len(rows):
        raise TooMuchTyped(
            f"{asked.block.label}が{len(rows)}件あります。{asked.block.many}件以内にしてください。"
        )
    kept = draft_json(rows)
    letters = len(json.dumps(kept, ensure_ascii=False))
    if letters > MOST_LETTERS or any(len(row.key) > 20 for row in rows):
        raise TooMuchTyped(f"{asked.block.label}の文字が多すぎます（{letters:,}文字）。短くしてください。")
    return kept


def _elsewhere(case: Application, section: str) -> SavedElsewhere:
    saved = DraftSection.objects.filter(application=case, section=section).first()
    when = "別の画面" if saved is None else f"{saved.saved_at.astimezone(JST):%H:%M}に、別の画面"
    return SavedElsewhere(
        f"この内容は{when}で保存されています。画面を開き直し、新しい内容を見てから、書き足してください。"
    )


def _require_sense(case: Application, *, at: datetime) -> None:
    if not _is_offered(case):
        raise KindNotOffered("その申請は、ここからはできません。申請の一覧から選び直してください。")
    if case.applicant is not None and (case.applicant.worker_id or case.applicant.company_id):
        own = "事業者ID" if case.applicant.company_id else "技能者ID"
        raise AlreadyHasId(f"登録は終わっています。{own}でログインして、手続きをしてください。")
    if case.kind == ApplicationKind.COMPANY_RENEWAL and case.company is not None:
        require_renewable(case.company, on=day_of(at))
    if case.worker is None:
        return
    require_not_withdrawn(case.worker)
    if case.kind == ApplicationKind.COMPANY_REGISTRATION:
        _require_no_company(case.worker)
        return
    case.grade = grade_of(case.worker.pk, on=day_of(at))
    if case.kind == ApplicationKind.UPGRADE and case.grade == Grade.DETAILED:
        raise AlreadyDetailed(
            "すでに詳細型で登録されています。資格などは「登録内容の変更」で足してください。"
        )


def _is_offered(case: Application) -> bool:
    """Whether whoever files may file this kind (APP-06, REG-22)."""
    kind = ApplicationKind(case.kind)
    if case.applicant is not None:
        is_for_company = case.applicant.is_for_company
        return kind is (
            ApplicationKind.COMPANY_REGISTRATION if is_for_company else ApplicationKind.REGISTRATION
        )
    if case.company is not None:
        return kind in {ApplicationKind.COMPANY_CHANGE, ApplicationKind.COMPANY_RENEWAL}
    return kind is ApplicationKind.COMPANY_REGISTRATION or not (kind.is_first or kind.is_of_company)


def _require_no_company(worker: Worker) -> None:
    seat = Seat.objects.select_related("company").filter(account__worker=worker, closed_at=None).first()
    if seat is not None:
        raise AlreadyHasId(
            f"{seat.company.name}（事業者ID {seat.company.number}）の利用者になっています。"
            "事業者情報が変わったときは、変更を申請してください。"
        )


def _create(case: Application, *, at: datetime) -> Application:
    case.number = application_number(day_of(at), secrets.randbelow(CHANCES))
    case.save(force_insert=True)
    return case
