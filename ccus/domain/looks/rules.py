"""閲覧の見守りの決まり: how long something may be asked, when the office takes over, where a case stands. Pure."""

from datetime import date, datetime, timedelta

from ccus.domain.looks.terms import CaseState, QuestionState, Second, Verdict

LONGEST_WORDS = 400
ASKABLE_DAYS = 365
ANSWER_WITHIN = timedelta(days=7)
LONGEST_STOP = timedelta(days=365)


def is_askable(looked_on: date, *, on: date) -> bool:
    """Whether a look of that day may still be asked about (LOOK-02)."""
    return on - timedelta(days=ASKABLE_DAYS) <= looked_on <= on


def question_state(
    *,
    of_office: bool,
    asked_at: datetime,
    is_answered: bool,
    is_not_enough: bool,
    is_closed: bool,
    at: datetime,
) -> QuestionState:
    """質問の状態: whose turn it is at an instant. `of_office`: it was the office that had looked (LOOK-03, LOOK-04)."""
    if is_closed:
        return QuestionState.CLOSED
    if of_office or is_not_enough:
        return QuestionState.AT_OFFICE
    if is_answered:
        return QuestionState.ANSWERED
    return QuestionState.AT_OFFICE if at >= asked_at + ANSWER_WITHIN else QuestionState.ASKED


def case_state(
    *, is_taken: bool, is_asked: bool, is_said: bool, verdict: Verdict | None, second: Second | None
) -> CaseState:
    """案件の状態. `verdict`: the last one that was not declined; a 停止 closes when a second officer confirms it."""
    if verdict is Verdict.STOP and second is None:
        return CaseState.PROPOSED
    if verdict is not None:
        return CaseState.CLOSED
    if not is_taken:
        return CaseState.NEW
    if is_said:
        return CaseState.SAID
    return CaseState.ASKED if is_asked else CaseState.TAKEN
