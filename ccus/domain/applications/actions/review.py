"""審査: taking a case in hand, findings, return, correction, rejection."""

from datetime import datetime

from django.db import connection, transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.corrections import mended
from ccus.domain.applications.findings import findings_to_return, in_words, label_of
from ccus.domain.applications.messages import inform
from ccus.domain.applications.models import Application, CorrectionNote, DraftSection, Finding, ReviewHold
from ccus.domain.applications.path import move
from ccus.domain.applications.policies import (
    held,
    require_hold,
    require_lasting_hold,
    require_state,
    taken,
)
from ccus.domain.applications.rules import HOLD_LASTS
from ccus.domain.applications.submissions import hand_in, latest_contents
from ccus.domain.applications.terms import State
from ccus.domain.applications.typing_back import draft_again
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.models import DeficiencyCode
from ccus.domain.notices.texts import Text
from ccus.foundation.constraints import refusing
from ccus.foundation.refusals import Refusal
from ccus.foundation.worded import worded

LONGEST = 400
_TAKE = """
insert into review_hold as held (application_id, officer_id, taken_at, until) values (%s, %s, %s, %s)
on conflict (application_id) do update
    set officer_id = excluded.officer_id, taken_at = excluded.taken_at, until = excluded.until
    where held.officer_id = excluded.officer_id or held.until <= excluded.taken_at
returning officer_id
"""


class FindingUnknown(Refusal):
    """ない不備, or one that was returned and stays (APP-10)."""


class FindingTwice(Refusal):
    """不備の重なり: the same code at the same place (APP-10)."""


class NothingFound(Refusal):
    """不備なし: a return needs one (APP-10)."""


class WordsMissing(Refusal):
    """理由の誤り: none, or too long (APP-11, APP-13)."""


@transaction.atomic
def take(*, number: str, by: Actor, at: datetime) -> None:
    """審査を始める: the case is in hand for 30 minutes (APP-09). Raises `TakenByAnother`, `NotNow`, `AlreadyClosed`."""
    require_duty(by, Duty.REVIEW)
    case = held(number)
    require_state(case, State.SUBMITTED, State.CORRECTED, State.IN_REVIEW, doing="審査")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [case.pk, by.id, at, at + HOLD_LASTS])
        is_taken = cursor.fetchone() is not None
    if not is_taken:
        raise taken(ReviewHold.objects.select_related("officer").get(application=case))
    if case.state != State.IN_REVIEW:
        move(case, State.IN_REVIEW, by=by, at=at)
    record(act=Act.APPLICATION_TAKEN, by=by, at=at, subject=("application", case.pk))


@transaction.atomic
def release(*, number: str, by: Actor, at: datetime) -> None:
    """担当を外す: back to the queue, as it was before (APP-09). Raises `TakenByAnother`, `NotTaken`."""
    case = _in_hand(number, by=by, at=at, doing="担当を外すこと")
    was_returned = case.path.filter(to_state=State.RETURNED).exists()
    move(case, State.CORRECTED if was_returned else State.SUBMITTED, by=by, at=at)
    ReviewHold.objects.filter(application=case).delete()
    record(act=Act.APPLICATION_RELEASED, by=by, at=at, subject=("application", case.pk))


@transaction.atomic
def add_finding(
    *,
    number: str,
    code: str,
    section: str = "",
    row: str = "",
    field: str = "",
    sentence: str = "",
    by: Actor,
    at: datetime,
) -> int:
    """不備を書く, of a field, a row, a section or the whole; returns its key (APP-10).

    Raises `FindingTwice`, `FindingUnknown`, `WordsMissing`, `TakenByAnother`, `NotTaken`.
    """
    case = _in_hand(number, by=by, at=at, doing="不備の記入")
    deficiency = DeficiencyCode.objects.filter(pk=code).first()
    label = label_of(sections_of_case(case), section, field)
    if deficiency is None or label is None:
        raise FindingUnknown("不備の種類か、場所が正しくありません。一覧から選び直してください。", "code")
    said = _words(sentence or deficiency.sentence, "不備の説明", "sentence")
    twice = FindingTwice(f"「{label}」には、同じ不備（{deficiency.label}）が書かれています。", "code")
    with refusing({"finding_once": twice}):
        finding = Finding.objects.create(
            application=case,
            section=section,
            row=row,
            field=field,
            code=deficiency,
            sentence=said,
            at=at,
            by=str(by),
        )
    record(act=Act.FINDING_ADDED, by=by, at=at, subject=("application", case.pk), code=code, section=section)
    return finding.pk


@transaction.atomic
def drop_finding(*, number: str, finding: int, by: Actor, at: datetime) -> None:
    """不備を取り消す, until the case is returned (APP-10). Raises `FindingUnknown`, `TakenByAnother`, `NotTaken`."""
    case = _in_hand(number, by=by, at=at, doing="不備の取り消し")
    own = Finding.objects.filter(application=case, pk=finding, returned_at__isnull=True)
    if not own.delete()[0]:
        raise FindingUnknown("この不備は、すでに取り消されたか、返却されています。画面を開き直してください。")
    record(act=Act.FINDING_DROPPED, by=by, at=at, subject=("application", case.pk))


@transaction.atomic
def return_to_applicant(*, number: str, by: Actor, at: datetime) -> None:
    """不備の返却: the applicant may mend what was submitted (APP-10).

    Raises `NothingFound`, `TakenByAnother`, `NotTaken`.
    """
    case = _in_hand(number, by=by, at=at, doing="返却")
    found = findings_to_return(case)
    if not found:
        raise NothingFound("不備が1つも書かれていません。直すところを書いてから、返却してください。")
    fields = in_words(sections_of_case(case), found)
    Finding.objects.filter(pk__in=[finding.pk for finding in found]).update(returned_at=at)
    _put_back(case, at=at)
    move(case, State.RETURNED, by=by, at=at)
    ReviewHold.objects.filter(application=case).delete()
    inform(case, Text.APPLICATION_RETURNED, at=at, fields=fields)
    record(act=Act.APPLICATION_RETURNED, by=by, at=at, subject=("application", case.pk), findings=len(found))


@transaction.atomic
def correct(
    *, number: str, section: str, row: str, field: str, raw: str, comment: str, by: Actor, at: datetime
) -> None:
    """補記: the office mends a field, and says so (APP-11).

    Raises `NotMendable`, the refusal of what was typed, `WordsMissing`, `TakenByAnother`, `NotTaken`.
    """
    case = _in_hand(number, by=by, at=at, doing="補記")
    said = _words(comment, "補記コメント", "comment")
    correction = mended(sections_of_case(case), latest_contents(case.pk), (section, row, field), raw, at=at)
    hand_in(case, correction.contents, by=by, at=at)
    CorrectionNote.objects.create(
        application=case,
        section=section,
        row=row,
        field=field,
        before=correction.before,
        after=correction.after,
        comment=said,
        at=at,
        by=str(by),
    )
    record(
        act=Act.APPLICATION_CORRECTED,
        by=by,
        at=at,
        subject=("application", case.pk),
        section=section,
        field=field,
    )


@transaction.atomic
def reject(*, number: str, reason: str, by: Actor, at: datetime) -> None:
    """却下, with a reason that the applicant reads (APP-13).

    Raises `WordsMissing`, `TakenByAnother`, `NotTaken`, `HoldRanOut`.
    """
    case = held(number)
    require_state(case, State.IN_REVIEW, doing="却下")
    require_lasting_hold(case, by=by, at=at)
    said = _words(reason, "却下の理由", "reason")
    move(case, State.REJECTED, by=by, at=at, note=said)
    ReviewHold.objects.filter(application=case).delete()
    inform(case, Text.APPLICATION_REJECTED, at=at, reason=said)
    record(act=Act.APPLICATION_REJECTED, by=by, at=at, subject=("application", case.pk))


def _in_hand(number: str, *, by: Actor, at: datetime, doing: str) -> Application:
    case = held(number)
    require_state(case, State.IN_REVIEW, doing=doing)
    require_hold(case, by=by, at=at)
    return case


def _words(text: str, label: str, field: str) -> str:
    return worded(text, label=label, longest=LONGEST, field=field, refusal=WordsMissing)


def _put_back(case: Application, *, at: datetime) -> None:
    """The draft of a returned case is what was submitted last (APP-10); its versions go on counting."""
    versions = dict(DraftSection.objects.filter(application=case).values_list("section", "version"))
    DraftSection.objects.filter(application=case).delete()
    DraftSection.objects.bulk_create(
        DraftSection(application=case, section=key, rows=rows, version=versions.get(key, 0) + 1, saved_at=at)
        for key, rows in draft_again(sections_of_case(case), latest_contents(case.pk)).items()
    )
