"""修正を書く (FIX-01, FIX-02, FIX-03, FIX-14)."""

from datetime import date, datetime

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.corrections.actions.writing import discard_set, drop_rows, mend_rows, write_set
from ccus.domain.corrections.models import ChangePreview, ChangeRow
from ccus.domain.corrections.policies import (
    BlockUncorrectable,
    DayAhead,
    NotTheAuthor,
    RowFaulty,
    SetEnded,
    WordsWrong,
)
from ccus.domain.corrections.terms import Doing, Side
from ccus.domain.workers.actions.registered import enter_fact
from tests.domain.workers.samples import VALUES
from tests.factories.companies import company
from tests.factories.corrections import change_set, corrector, previewed, row
from tests.factories.officers import officer
from tests.factories.personas import Cast
from tests.factories.workers import worker

pytestmark = pytest.mark.django_db
ANEW = {"group": "o", "rhesus": "plus"}


@pytest.fixture
def known(cast: Cast, at: datetime) -> Cast:
    """未来, of whom a 血液型 is registered."""
    enter_fact(worker=cast.mirai, key="blood", values=VALUES["blood"], by=SYSTEM, at=at)
    return cast


def faults(cast: Cast, by: Actor, at: datetime, block: str = "blood", **said: str) -> dict[str, str]:
    """What is wrong with a row that says this."""
    doing = Doing(said.pop("doing", Doing.CHANGE))
    with pytest.raises(RowFaulty) as refused:
        row(
            change_set(block, by=by, at=at),
            said.pop("number", cast.mirai.number),
            said,
            by=by,
            at=at,
            doing=doing,
        )
    return refused.value.faults


def test_a_set_says_why_and_gets_a_number_of_its_own(by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    assert written.number.startswith("S261120-")
    assert written.written_by == str(by)


def test_only_officers_of_the_duty_write_a_set(at: datetime) -> None:
    with pytest.raises(NotAllowed):
        change_set(by=officer(Duty.REVIEW).actor, at=at)


def test_the_photograph_is_none_of_a_correction(by: Actor, at: datetime) -> None:
    with pytest.raises(BlockUncorrectable):
        change_set("photo", by=by, at=at)


def test_what_it_rests_on_did_not_arrive_tomorrow(by: Actor, at: datetime) -> None:
    with pytest.raises(DayAhead):
        change_set(by=by, at=at, received_on=date(2026, 11, 21))


def test_a_row_holds_what_was_seen_and_what_is_right(known: Cast, by: Actor, at: datetime) -> None:
    written = row(change_set(by=by, at=at), known.mirai.number, ANEW, by=by, at=at)
    assert (written.worker_id, written.seen["group"], written.values["group"]) == (known.mirai.pk, "ab", "o")
    assert written.base is not None


def test_what_a_row_leaves_out_stays_as_it_was_registered(known: Cast, by: Actor, at: datetime) -> None:
    written = row(change_set(by=by, at=at), known.mirai.number, {"group": "O型"}, by=by, at=at)
    assert (written.values["group"], written.values["rhesus"]) == ("o", "minus")


def test_what_nobody_sees_is_not_kept_of_a_row(known: Cast, by: Actor, at: datetime) -> None:
    said = {"group": "\0o\ud800\u202e"}
    written = row(change_set(by=by, at=at), known.mirai.number, said, by=by, at=at)
    assert (written.typed["group"], written.values["group"]) == ("o", "o")


def test_what_nobody_has_registered_is_not_changed(cast: Cast, by: Actor, at: datetime) -> None:
    assert list(faults(cast, by, at, **ANEW)) == ["base"]


def test_a_row_that_says_nothing_new_is_named(known: Cast, by: Actor, at: datetime) -> None:
    assert "同じ" in faults(known, by, at, group="ab", rhesus="minus")["row"]


def test_a_correction_begins_on_no_day_to_come(cast: Cast, by: Actor, at: datetime) -> None:
    said = {"company": cast.stranger.number, "employment": "regular", "since": "2026-11-21"}
    assert list(faults(cast, by, at, "affiliation", doing="enter", **said)) == ["since"]


def test_a_company_that_is_not_registered_is_named(cast: Cast, by: Actor, at: datetime) -> None:
    said = {"company": "99999999999999", "employment": "regular", "since": "2026-11-01"}
    assert "登録されていません" in faults(cast, by, at, "affiliation", doing="enter", **said)["company"]


def test_a_number_that_nobody_has_is_named(cast: Cast, by: Actor, at: datetime) -> None:
    assert list(faults(cast, by, at, number="99999999999999", **ANEW)) == ["owner"]


def test_what_everybody_has_is_not_removed(cast: Cast, by: Actor, at: datetime) -> None:
    assert list(faults(cast, by, at, "trades", doing="remove")) == ["doing"]


def test_one_registered_row_is_put_right_by_one_row(known: Cast, by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    row(written, known.mirai.number, ANEW, by=by, at=at)
    with pytest.raises(RowFaulty, match="1行目と同じ"):
        row(written, known.mirai.number, {"group": "b"}, by=by, at=at)


def test_a_company_is_put_right_in_the_same_way(by: Actor, at: datetime) -> None:
    said = {"capital": "10,000", "turnover": "1"}
    written = row(
        change_set("capital", side=Side.COMPANY, by=by, at=at),
        company().number,
        said,
        by=by,
        at=at,
        doing=Doing.ENTER,
    )
    assert written.values["capital"] == 10_000


def test_a_row_is_mended_by_another_that_takes_its_place(known: Cast, by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    first = row(written, known.mirai.number, ANEW, by=by, at=at)
    other = corrector()
    assert mend_rows(change_set=written, mended={first.pk: {"group": "b"}}, by=other, at=at) == ()
    mended = ChangeRow.objects.get(dropped_at=None)
    assert (mended.ordinal, mended.values["group"], mended.written_by) == (1, "b", str(other))


def test_a_row_that_somebody_else_mended_is_left_alone(known: Cast, by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    first = row(written, known.mirai.number, ANEW, by=by, at=at)
    mend_rows(change_set=written, mended={first.pk: {"group": "b"}}, by=by, at=at)
    overtaken = mend_rows(change_set=written, mended={first.pk: {"group": "a"}}, by=by, at=at)
    assert overtaken == (first.pk,)


def test_a_row_that_somebody_else_dropped_leaves_the_preview_as_it_is(
    known: Cast, by: Actor, at: datetime
) -> None:
    written = change_set(by=by, at=at)
    row(written, known.mirai.number, ANEW, by=by, at=at)
    gone = row(written, worker().number, ANEW, doing=Doing.ENTER, by=by, at=at)
    assert drop_rows(change_set=written, rows=[gone.pk], by=by, at=at) == 1
    previewed(written, by=by, at=at)
    other = corrector()
    assert drop_rows(change_set=written, rows=[gone.pk], by=other, at=at) == 0
    assert mend_rows(change_set=written, mended={gone.pk: ANEW}, by=other, at=at) == (gone.pk,)
    assert ChangePreview.objects.filter(void_at=None).exists()


def test_whatever_changes_a_row_takes_the_preview_away(known: Cast, by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    first = row(written, known.mirai.number, ANEW, by=by, at=at)
    ChangePreview.objects.create(change_set=written, asked_by=str(by), asked_at=at, total=1)
    assert drop_rows(change_set=written, rows=[first.pk], by=by, at=at) == 1
    assert ChangePreview.objects.get().void_at == at


def test_only_who_wrote_a_set_throws_it_away(by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    with pytest.raises(NotTheAuthor):
        discard_set(change_set=written, by=corrector(), at=at)
    discard_set(change_set=written, by=by, at=at)
    with pytest.raises(SetEnded):
        drop_rows(change_set=written, rows=[], by=by, at=at)


def test_a_reason_of_no_words_is_none(by: Actor, at: datetime) -> None:
    with pytest.raises(WordsWrong):
        write_set(
            side=Side.WORKER,
            block="blood",
            words=" ",
            basis="写し",
            received_on=date(2026, 11, 1),
            by=by,
            at=at,
        )
