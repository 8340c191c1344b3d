"""重複の疑いを確かめる: compared with a reason, found to be somebody else with words (SAME-13, SAME-15, SAME-16)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from ccus.domain.applications.contents import Contents
from ccus.domain.applications.models import Application, OtherPerson, Submission
from ccus.domain.applications.policies import held, require_hold, require_state
from ccus.domain.applications.submissions import latest, latest_contents
from ccus.domain.applications.suspects import Suspect, has_compared, suspects_of_case
from ccus.domain.applications.terms import State
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.disclosure.reading import WorkerSeen, worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import refusing
from ccus.foundation.refusals import Refusal
from ccus.foundation.worded import worded

LOOKED_AT = frozenset({Item.NAME, Item.BIRTH_DATE, Item.STATUS, Item.CONTACT})
LONGEST_WORDS, LONGEST_REASON = 400, 200


class NoSuspect(Refusal):
    """疑いのない人: nobody of this number looks like whoever applies, or not any more."""


class NotCompared(Refusal):
    """くらべていない人: the officer has not seen the two side by side for this case (SAME-13)."""


class AlreadySaid(Refusal):
    """判断ずみ: that the two are different is said, or was taken back (SAME-15)."""


class WordsMissing(Refusal):
    """理由の記載もれ."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """見くらべる二人: what was handed in, and the suspect: a registered worker as seen, or another registration."""

    own: Contents
    registered: WorkerSeen | None
    filed: Contents


@transaction.atomic
def compare_suspect(*, number: str, other: str, reason: str, by: Actor, at: datetime) -> SideBySide:
    """疑われる人とくらべる: the registered one reads the look in 閲覧の記録 (SAME-16).

    Raises `NoSuspect`, `WordsMissing`, `NotTaken`, `TakenByAnother`, `NotNow`.
    """
    case, submission = _in_hand(number, by=by, at=at, doing="重複の確認")
    suspect = _suspect(case, other, at=at)
    said = worded(reason, label="見る理由", longest=LONGEST_REASON, field="reason", refusal=WordsMissing)
    own, filed = latest_contents(case.pk), {}
    registered = None
    if suspect.worker is not None:
        registered = worker_as_seen_by(
            by, suspect.worker, purpose=Purpose.SAME_PERSON, reason=said, at=at, items=LOOKED_AT
        )
    elif suspect.application is not None:
        filed = latest_contents(suspect.application)
    record(
        act=Act.SUSPECT_COMPARED,
        by=by,
        at=at,
        subject=("application", case.pk),
        suspect=suspect.key,
        submission=submission.ordinal,
    )
    return SideBySide(own, registered, filed)


@transaction.atomic
def say_other_person(*, number: str, other: str, words: str, by: Actor, at: datetime) -> None:
    """別人とする, before an ID is given: the suspicion stops the approval no more (SAME-13).

    Raises `NoSuspect`, `NotCompared`, `AlreadySaid`, `WordsMissing`, `NotTaken`, `TakenByAnother`, `NotNow`.
    """
    case, submission = _in_hand(number, by=by, at=at, doing="別人とすること")
    suspect = _suspect(case, other, at=at)
    said = worded(words, label="判断の理由", longest=LONGEST_WORDS, field="words", refusal=WordsMissing)
    if not has_compared(by, number, suspect):
        raise NotCompared("先に、見る理由を書いて、二人をくらべてください。", "words")
    twice = AlreadySaid("この方は、すでに別人とされています。画面を開き直してください。")
    if suspect.said is not None:
        raise twice
    with refusing({"other_person_once": twice, "other_person_once_of_case": twice}):
        OtherPerson.objects.create(
            application=case,
            submission=submission,
            worker_id=suspect.worker,
            other_id=suspect.application,
            words=said,
            at=at,
            by=str(by),
        )
    record(act=Act.OTHER_PERSON_SAID, by=by, at=at, subject=("application", case.pk), suspect=suspect.key)


@transaction.atomic
def take_back_other_person(*, number: str, other: str, by: Actor, at: datetime) -> None:
    """別人を取り消す, until the approval (SAME-15). Raises `NoSuspect`, `AlreadySaid`, `NotTaken`, `TakenByAnother`."""
    case, _ = _in_hand(number, by=by, at=at, doing="別人の取り消し")
    suspect = _suspect(case, other, at=at)
    standing = OtherPerson.objects.filter(pk=suspect.said.id if suspect.said else 0, taken_back_at=None)
    if not standing.update(taken_back_at=at):
        raise AlreadySaid("この方は、別人とされていません。画面を開き直してください。")
    record(
        act=Act.OTHER_PERSON_TAKEN_BACK, by=by, at=at, subject=("application", case.pk), suspect=suspect.key
    )


def _in_hand(number: str, *, by: Actor, at: datetime, doing: str) -> tuple[Application, Submission]:
    case = held(number)
    require_state(case, State.IN_REVIEW, doing=doing)
    require_hold(case, by=by, at=at)
    submission = latest(case.pk)
    if submission is None:
        raise ValueError("what is in review was submitted")
    return case, submission


def _suspect(case: Application, other: str, *, at: datetime) -> Suspect:
    found = suspects_of_case(case, latest_contents(case.pk), on=day_of(at))
    suspect = next((each for each in found if each.number == other), None)
    if suspect is None:
        raise NoSuspect("この番号の方は、もう疑いの一覧にありません。審査の画面を開き直してください。")
    return suspect
