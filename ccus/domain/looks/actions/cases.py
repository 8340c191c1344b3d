"""案件の行為: the night opens a case, an officer takes it, asks the company, closes it; two stop a search (LOOK-08)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty, second_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.terms import Power
from ccus.domain.looks.cases import state_of, verdict_of
from ccus.domain.looks.messages import tell_case
from ccus.domain.looks.models import LookCase, LookVerdict
from ccus.domain.looks.policies import (
    AnsweredBefore,
    CaseClosed,
    NotTheirTurn,
    StopWrong,
    TakenBefore,
    is_held,
    said,
)
from ccus.domain.looks.rules import LONGEST_STOP
from ccus.domain.looks.terms import CaseState, Second, Verdict
from ccus.domain.notices.texts import Text
from ccus.domain.searching.actions import stop_searching
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY

_UNDER_WAY = frozenset({CaseState.TAKEN, CaseState.ASKED, CaseState.SAID})


@transaction.atomic
def take_case(*, case: LookCase, by: Actor, at: datetime) -> None:
    """担当する: nobody else has it, or whoever had it is no officer for it any more.

    Raises `NotAllowed`, `TakenBefore`, `CaseClosed`.
    """
    require_duty(by, Duty.CONTACT)
    fresh = _one_by_one(case)
    if state_of(fresh) is CaseState.CLOSED:
        raise _closed()
    if fresh.taken_by == str(by):
        return
    if is_held(fresh.taken_by):
        raise TakenBefore("この案件は、先に別の係員が担当しています。画面を開き直して、確かめてください。")
    LookCase.objects.filter(pk=case.pk).update(taken_by=str(by))
    record(act=Act.LOOK_CASE_TAKEN, by=by, at=at, subject=("look_case", case.pk))


@transaction.atomic
def hand_back_case(*, case: LookCase, by: Actor, at: datetime) -> None:
    """担当をやめる: whoever has the case gives it back, and it waits for an officer; what was asked stays asked.

    Raises `NotAllowed`, `NotTheirTurn`, `CaseClosed`.
    """
    _require_holder(case, _UNDER_WAY, by)
    LookCase.objects.filter(pk=case.pk).update(taken_by="")
    record(act=Act.LOOK_CASE_HANDED_BACK, by=by, at=at, subject=("look_case", case.pk))


@transaction.atomic
def ask_company(*, case: LookCase, words: str, by: Actor, at: datetime) -> None:
    """会社に聞く, once, by the officer who has the case. Raises `NotAllowed`, `NotTheirTurn`, `WordsWrong`."""
    _require_holder(case, {CaseState.TAKEN}, by)
    asked = said(words, what="質問")
    LookCase.objects.filter(pk=case.pk).update(asked_at=at, asked_by=str(by), asked_words=asked)
    record(act=Act.LOOK_CASE_ASKED, by=by, at=at, subject=("look_case", case.pk))
    tell_case(case, text=Text.LOOK_CASE_ASKED, source="asked", at=at)


@transaction.atomic
def answer_case(*, case: LookCase, words: str, by: Actor, at: datetime) -> None:
    """会社の答え to the office, once, as long as the case is open.

    Raises `NotAllowed`, `AnsweredBefore`, `CaseClosed`, `WordsWrong`.
    """
    require_company(by, case.company, Power.EMPLOYEES)
    fresh = _one_by_one(case)
    if fresh.said_at is not None:
        raise AnsweredBefore("この質問には、もう答えがあります。画面を開き直して、確かめてください。")
    if fresh.closed_at is not None or fresh.asked_at is None:
        raise _closed()
    answer = said(words, what="答え")
    LookCase.objects.filter(pk=case.pk).update(said_at=at, said_by=str(by), said_words=answer)
    record(act=Act.LOOK_CASE_ANSWERED, by=by, at=at, subject=("look_case", case.pk))


@transaction.atomic
def close_case(
    *, case: LookCase, verdict: Verdict, words: str, until_on: date | None = None, by: Actor, at: datetime
) -> None:
    """結論, by the officer who has the case. A 停止, until the day before `until_on`, waits for a second officer.

    Raises `NotAllowed`, `NotTheirTurn`, `CaseClosed`, `StopWrong`, `WordsWrong`.
    """
    _require_holder(case, _UNDER_WAY, by)
    reason = said(words, what="理由")
    is_stop = verdict is Verdict.STOP
    if is_stop:
        _require_end(until_on, day_of(at))
    with refusing({"look_verdict_one_stands": _closed()}):
        LookVerdict.objects.create(
            case=case,
            verdict=verdict,
            until_on=until_on if is_stop else None,
            words=reason,
            said_at=at,
            said_by=str(by),
        )
    if not is_stop:
        LookCase.objects.filter(pk=case.pk).update(closed_at=at)
    record(act=Act.LOOK_CASE_JUDGED, by=by, at=at, subject=("look_case", case.pk), verdict=verdict)
    if verdict is Verdict.CAUTION:
        tell_case(case, text=Text.LOOK_CASE_CAUTION, source="caution", at=at, words=reason)


@transaction.atomic
def confirm_stop(*, case: LookCase, seen: str | None = None, by: Actor, at: datetime) -> None:
    """停止の確認, by a second officer: from now on the company finds nobody, and the case is closed.

    `seen`: the mark of the conclusion on the officer's page; another one is not confirmed by it.
    Raises `NotAllowed`, `NotTheirTurn`, `StopWrong`, and what `stop_searching` raises.
    """
    verdict, both = _second(case, Second.CONFIRMED, seen, by=by, at=at)
    _require_end(verdict.until_on, day_of(at))
    if verdict.until_on is None:
        raise _not_their_turn()
    stop_searching(company=case.company, until_on=verdict.until_on, by=both, at=at)
    LookCase.objects.filter(pk=case.pk).update(closed_at=at)
    record(act=Act.LOOK_STOP_CONFIRMED, by=both, at=at, subject=("look_case", case.pk))
    last_on = verdict.until_on - ONE_DAY
    tell_case(case, text=Text.SEARCH_STOPPED, source="stopped", at=at, words=verdict.words, last_on=last_on)


@transaction.atomic
def decline_stop(*, case: LookCase, seen: str | None = None, by: Actor, at: datetime) -> None:
    """停止を認めない, by a second officer: the case goes on; `seen` as above. Raises `NotAllowed`, `NotTheirTurn`."""
    _, both = _second(case, Second.DECLINED, seen, by=by, at=at)
    record(act=Act.LOOK_STOP_DECLINED, by=both, at=at, subject=("look_case", case.pk))


def _second(
    case: LookCase, second: Second, seen: str | None, *, by: Actor, at: datetime
) -> tuple[LookVerdict, Actor]:
    require_duty(by, Duty.CONTACT)
    fresh = _one_by_one(case)
    verdict = verdict_of(fresh)
    if state_of(fresh) is not CaseState.PROPOSED or verdict is None:
        raise _not_their_turn()
    both = second_of(by, verdict.said_by, word="結論")
    if seen is not None and seen != verdict.mark:
        raise NotTheirTurn(
            "結論が、この画面を開いたあとで変わりました。下の今の結論を読んで、もう一度選んでください。"
        )
    LookVerdict.objects.filter(pk=verdict.pk).update(second=second, second_at=at, second_by=str(by))
    return verdict, both


def _require_holder(case: LookCase, states: "set[CaseState] | frozenset[CaseState]", by: Actor) -> None:
    require_duty(by, Duty.CONTACT)
    fresh = _one_by_one(case)
    state = state_of(fresh)
    if state is CaseState.CLOSED:
        raise _closed()
    if fresh.taken_by != str(by):
        raise NotTheirTurn("この案件の担当ではありません。担当している係員に頼むか、先に担当してください。")
    if state not in states:
        raise _not_their_turn()


def _require_end(until_on: date | None, today: date) -> None:
    last = today + LONGEST_STOP
    if until_on is None or not today + ONE_DAY < until_on <= last:
        raise StopWrong(
            f"停止の最後の日が正しくありません。あすから{date_words(last - ONE_DAY)}までの日を入力してください。",
            "last_on",
        )


def _one_by_one(case: LookCase) -> LookCase:
    """Acts on one case run one after the other; as it stands then."""
    one_at_a_time("look_case", case.pk)
    return LookCase.objects.get(pk=case.pk)


def _closed() -> CaseClosed:
    return CaseClosed("この案件は、もう終わっています。画面を開き直して、確かめてください。")


def _not_their_turn() -> NotTheirTurn:
    return NotTheirTurn("この案件は、今その段階ではありません。画面を開き直して、確かめてください。")
