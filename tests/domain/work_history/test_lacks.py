"""What a day lacks and who can add it: PORTAL-34. Pure."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

import pytest

from ccus.domain.work_history.claim_rules import Turn
from ccus.domain.work_history.claim_terms import Doer
from ccus.domain.work_history.missing_terms import Missing, Step
from ccus.domain.work_history.rules import Standing
from ccus.domain.work_history.terms import State
from ccus.domain.work_history.why.lacks import Facts, last_day, wanted
from ccus.domain.work_history.why.shown import FirmSeen, Recorded

ON = date(2026, 11, 20)
PRIME, FIRST = 1, 2
HELD = Recorded("佐藤建設", datetime(2026, 4, 1, tzinfo=UTC))
TOP = FirmSeen("佐藤建設", 0, False, HELD, PRIME, None, "", False)
ON_ROSTER = Standing(in_period=True, line=7, member=8, is_linked=True)


def firm(
    company: int | None = FIRST, *, accepted: Recorded | None = HELD, is_closed: bool = False
) -> FirmSeen:
    return FirmSeen("高橋鉄筋", 1, company is None, accepted, company, PRIME, "佐藤建設", is_closed)


def steps(
    standing: Standing = ON_ROSTER,
    chain: Sequence[FirmSeen] = (TOP, firm()),
    *,
    state: State | None = State.UNLINKED,
    employers: Sequence[int] = (),
    has_employer: bool = True,
    asked: Mapping[int, bool] | None = None,
    turn: Turn | None = None,
) -> list[tuple[Step, int | None]]:
    facts = Facts(ON, PRIME, state, standing, chain, employers, has_employer, asked or {}, turn)
    return [(one.step, one.company) for one in wanted(facts)]


def test_a_firm_that_has_not_accepted_is_asked_itself() -> None:
    assert steps(chain=(TOP, firm(accepted=None))) == [(Step.ACCEPT, FIRST)]


def test_for_a_stand_in_the_registered_firm_above_is_asked() -> None:
    assert steps(chain=(TOP, firm(None, accepted=None))) == [(Step.NAME_FIRM, PRIME)]


def test_a_firm_that_was_taken_out_is_invited_again_by_the_one_above() -> None:
    assert steps(chain=(TOP, firm(accepted=None, is_closed=True))) == [(Step.INVITE_AGAIN, PRIME)]


@pytest.mark.parametrize(
    ("asked", "step"),
    [
        ({}, (Step.ASK_LINK, FIRST)),
        ({FIRST: True}, (Step.ANSWER_LINK, FIRST)),
        ({FIRST: False}, (Step.ANSWER_FIRM, None)),
    ],
)
def test_a_missing_link_is_asked_for_by_whoever_has_to_move(
    asked: dict[int, bool], step: tuple[Step, int | None]
) -> None:
    assert steps(ON_ROSTER._replace(is_linked=False), asked=asked) == [step]


def test_without_a_roster_line_the_employer_at_the_site_is_asked() -> None:
    assert steps(Standing(in_period=True), (), employers=[FIRST]) == [(Step.ENTER_LINE, FIRST)]


def test_an_employer_who_is_not_at_the_site_is_brought_in_by_the_prime() -> None:
    assert steps(Standing(in_period=True), ()) == [(Step.BRING_IN, PRIME)]


def test_a_worker_of_nobody_is_told_to_ask_for_an_employer() -> None:
    found = steps(Standing(in_period=True), (), has_employer=False)
    assert found == [(Step.BRING_IN, PRIME), (Step.ASK_FIRM, None)]


def test_outside_the_period_the_prime_is_asked_at_any_time() -> None:
    (lack,) = wanted(
        Facts(ON, PRIME, None, Standing(in_period=False, line=7, is_linked=True), (), (), True, {}, None)
    )
    assert (lack.missing, lack.company, lack.last_on) == (Missing.PERIOD, PRIME, None)


def test_only_the_prime_can_be_asked_for_an_approval_that_waits() -> None:
    turns = {doer: Turn(doer, datetime(2026, 12, 31, 15, tzinfo=UTC)) for doer in (Doer.PRIME, Doer.OFFICE)}
    found = {doer: steps(state=State.AWAITING_APPROVAL, turn=turn) for doer, turn in turns.items()}
    assert found == {Doer.PRIME: [(Step.APPROVE, PRIME)], Doer.OFFICE: []}


@pytest.mark.parametrize("state", [State.OFFICIAL, State.UNAPPROVED, State.REFUSED])
def test_a_day_that_no_paper_changes_lacks_none(state: State) -> None:
    assert steps(Standing(in_period=False), (), state=state) == []


def test_a_fact_helps_until_the_end_of_the_month_after_the_day() -> None:
    assert last_day(date(2026, 12, 31)) == date(2027, 1, 31)
