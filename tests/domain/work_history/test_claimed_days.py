"""What an entry, its approval and a correction make of a day, with taps and without (REC-09, REC-10). Pure."""

import pytest

from ccus.domain.work_history.claim_rules import ClaimFacts, CorrectionFacts, EntryFacts
from ccus.domain.work_history.claim_terms import ClaimState
from ccus.domain.work_history.folding import Record, make_record
from ccus.domain.work_history.rules import DayTimes, Standing
from ccus.domain.work_history.terms import Evidence, Reason, State

KEY = (7, 3, 20_000)
ENTERED_AT = 1_000_000
GOOD = Standing(True, 11, 12, 1001, 1, 0, True)
NO_LINE = Standing(True)
OUTSIDE = Standing(False)
TAPPED = DayTimes(10, 10, 20, 20, Evidence.CARD)


def entry(state: ClaimState) -> EntryFacts:
    return EntryFacts(5, state, ENTERED_AT, 1002, 0)


def made(
    times: DayTimes | None, standing: Standing, state: ClaimState | None, *, own: bool = False
) -> Record | None:
    claimed = ClaimFacts(None if state is None else entry(state), None, own)
    return make_record(KEY, times, standing, claimed)


@pytest.mark.parametrize(
    ("times", "standing", "state", "becomes"),
    [
        (None, GOOD, None, None),
        (None, GOOD, ClaimState.WAITING, State.AWAITING_APPROVAL),
        (None, GOOD, ClaimState.APPROVED, State.OFFICIAL),
        (None, GOOD, ClaimState.REFUSED, State.REFUSED),
        (None, GOOD, ClaimState.DISPUTED, State.AWAITING_APPROVAL),
        (None, GOOD, ClaimState.UPHELD, State.REFUSED),
        (None, GOOD, ClaimState.LAPSED, State.UNAPPROVED),
        (None, NO_LINE, ClaimState.APPROVED, State.OFFICIAL),
        (None, OUTSIDE, ClaimState.APPROVED, None),
        (None, OUTSIDE, ClaimState.WAITING, None),
        (TAPPED, GOOD, ClaimState.WAITING, State.OFFICIAL),
        (TAPPED, GOOD, ClaimState.UPHELD, State.OFFICIAL),
        (TAPPED, NO_LINE, ClaimState.WAITING, State.UNLINKED),
        (TAPPED, NO_LINE, ClaimState.UPHELD, State.UNLINKED),
        (TAPPED, NO_LINE, ClaimState.APPROVED, State.OFFICIAL),
        (TAPPED, OUTSIDE, ClaimState.APPROVED, None),
    ],
)
def test_taps_come_first_and_an_entry_fills_what_they_lack(
    times: DayTimes | None, standing: Standing, state: ClaimState | None, becomes: State | None
) -> None:
    record = made(times, standing, state)
    assert (record and record.state) == becomes


def test_a_day_at_a_site_nobody_registered_is_kept_without_approval() -> None:
    record = made(None, OUTSIDE, ClaimState.ALONE, own=True)
    assert record is not None
    assert (record.state, record.reasons) == (State.UNAPPROVED, (Reason.NO_REGISTERED_SITE,))
    assert record.evidence is Evidence.ENTRY


@pytest.mark.parametrize(
    ("times", "state", "evidence"),
    [
        (TAPPED, ClaimState.APPROVED, Evidence.CARD),
        (None, ClaimState.APPROVED, Evidence.APPROVED_ENTRY),
        (None, ClaimState.WAITING, Evidence.ENTRY),
    ],
)
def test_a_day_says_whether_it_rests_on_a_card_or_on_words(
    times: DayTimes | None, state: ClaimState, evidence: Evidence
) -> None:
    record = made(times, NO_LINE, state)
    assert record is not None
    assert record.evidence is evidence


def test_an_entered_day_has_no_times_of_taps_and_knows_when_it_was_entered() -> None:
    record = made(None, GOOD, ClaimState.WAITING)
    assert record is not None
    assert (record.first_in, record.last_in, record.last_out, record.last_tap) == (
        None,
        None,
        None,
        ENTERED_AT,
    )
    assert Reason.EXIT_ONLY not in record.reasons


def test_the_roster_says_what_was_done_and_the_entry_where_there_is_no_line() -> None:
    on_roster, without = made(None, GOOD, ClaimState.APPROVED), made(None, NO_LINE, ClaimState.APPROVED)
    assert on_roster is not None
    assert without is not None
    assert (on_roster.trade, on_roster.position) == (1001, 1)
    assert (without.trade, without.position) == (1002, 0)


def test_an_approved_correction_says_it_above_both() -> None:
    claimed = ClaimFacts(entry(ClaimState.APPROVED), CorrectionFacts(6, 1005, 2))
    record = make_record(KEY, TAPPED, GOOD, claimed)
    assert record is not None
    assert (record.trade, record.position, record.entry, record.correction) == (1005, 2, 5, 6)
    assert (record.line, record.member) == (11, 12)


def test_a_correction_of_a_day_that_is_none_makes_no_day() -> None:
    assert make_record(KEY, None, GOOD, ClaimFacts(None, CorrectionFacts(6, 1005, 2))) is None
