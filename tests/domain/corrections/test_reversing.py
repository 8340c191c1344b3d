"""修正を取り消す (FIX-11)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.corrections.actions.reversing import write_reversal
from ccus.domain.corrections.actions.writing import drop_rows
from ccus.domain.corrections.models import ChangeRow, ChangeSet, PreviewLine
from ccus.domain.corrections.policies import HasStops, NotDone, SetEnded, TakenBack
from ccus.domain.corrections.reading import state_of
from ccus.domain.corrections.terms import Doing, SetState, StopKind
from ccus.domain.workers.actions.registered import change_fact
from ccus.domain.workers.models import Affiliation, BloodGroup, WorkerName
from ccus.domain.workers.registered import registered
from tests.domain.workers.samples import VALUES
from tests.factories import workers
from tests.factories.companies import company
from tests.factories.corrections import change_set, corrector, done, previewed, release, row
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
LATER = timedelta(hours=1)


@pytest.fixture
def blood(blood: ChangeSet, at: datetime) -> ChangeSet:
    """It is carried out."""
    return done(blood, at=at)


def taken_back(written: ChangeSet, by: Actor, at: datetime) -> ChangeSet:
    return write_reversal(change_set=written, words="根拠の読みちがい", by=by, at=at)


def group() -> str:
    return BloodGroup.objects.get(superseded_at=None).group


def test_what_was_put_right_stands_again_as_before(blood: ChangeSet, by: Actor, at: datetime) -> None:
    reversal = done(taken_back(blood, by, at + LATER), at=at + LATER)
    assert group() == "ab"
    assert (state_of(blood), state_of(reversal)) == (SetState.TAKEN_BACK, SetState.DONE)


def test_a_set_that_takes_back_can_be_taken_back_too(blood: ChangeSet, by: Actor, at: datetime) -> None:
    reversal = done(taken_back(blood, by, at + LATER), at=at + LATER)
    done(taken_back(reversal, by, at + 2 * LATER), at=at + 2 * LATER)
    assert group() == "o"


def test_nothing_is_taken_back_once_others_have_built_on_it(
    blood: ChangeSet, cast: Cast, by: Actor, at: datetime
) -> None:
    now = BloodGroup.objects.get(superseded_at=None)
    values = {**VALUES["blood"], "group": "b"}
    change_fact(worker=cast.mirai, key="blood", base=now.pk, values=values, by=SYSTEM, at=at + LATER)
    key = previewed(taken_back(blood, by, at + LATER), by=by, at=at + LATER)
    with pytest.raises(HasStops):
        release(key, at=at + LATER)
    assert PreviewLine.objects.get(stop=StopKind.BUILT_ON).words
    assert group() == "b"


def test_a_link_that_was_removed_stands_again_only_while_nobody_agreed_on_another(
    by: Actor, at: datetime
) -> None:
    link = workers.affiliation(worker=workers.worker(), company=company(), is_main=False, employment="daily")
    written = change_set("affiliation", by=by, at=at)
    row(written, link.worker.number, {}, by=by, at=at, doing=Doing.REMOVE, base=link.pk)
    done(written, at=at)
    workers.affiliation(worker=link.worker, company=company(), recorded_at=at + LATER)
    previewed(taken_back(written, by, at + 2 * LATER), by=by, at=at + 2 * LATER)
    assert PreviewLine.objects.filter(stop=StopKind.BUILT_ON).exists()


def test_a_set_is_taken_back_once(blood: ChangeSet, by: Actor, at: datetime) -> None:
    taken_back(blood, by, at)
    with pytest.raises(TakenBack):
        taken_back(blood, corrector(), at)


def test_what_was_not_carried_out_is_not_taken_back(by: Actor, at: datetime) -> None:
    with pytest.raises(NotDone):
        taken_back(change_set(by=by, at=at), by, at)


def test_the_rows_that_take_back_are_all_of_them(blood: ChangeSet, by: Actor, at: datetime) -> None:
    reversal = taken_back(blood, by, at)
    with pytest.raises(SetEnded):
        drop_rows(change_set=reversal, rows=ChangeRow.objects.values_list("pk", flat=True), by=by, at=at)


def test_a_row_that_was_entered_is_gone_again(by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    row(written, workers.worker().number, {"group": "o"}, by=by, at=at, doing=Doing.ENTER)
    done(written, at=at)
    done(taken_back(written, by, at + LATER), at=at + LATER)
    assert not BloodGroup.objects.filter(superseded_at=None).exists()


def test_what_was_known_meanwhile_stays_readable(cast: Cast, by: Actor, at: datetime) -> None:
    written = change_set("name", by=by, at=at)
    row(
        written,
        cast.mirai.number,
        {"official_source": "resident_record", "kana": "タダシイ"},
        by=by,
        at=at,
    )
    before = WorkerName.objects.get(worker=cast.mirai).kana
    done(written, at=at)
    done(taken_back(written, by, at + 2 * LATER), at=at + 2 * LATER)
    known = [
        registered(cast.mirai.pk, on=TODAY, known_at=at + hours, keys=["name"])["name"]
        for hours in (-LATER, LATER, 3 * LATER)
    ]
    assert [[each.values["kana"] for each in rows] for rows in known] == [[before], ["タダシイ"], [before]]


def test_a_link_that_stands_again_supports_days_as_early_as_before(by: Actor, at: datetime) -> None:
    link = workers.affiliation(worker=workers.worker(), company=company(), employment="regular")
    written = change_set("affiliation", by=by, at=at)
    row(written, link.worker.number, {"employment": "daily"}, by=by, at=at)
    done(written, at=at)
    done(taken_back(written, by, at + LATER), at=at + LATER)
    stands = Affiliation.objects.get(superseded_at=None)
    assert (stands.held_since, stands.recorded_at) == (RECORDED_AT, at + LATER)
    assert (stands.employment, stands.valid_from) == ("regular", BEGAN)
    assert RECORDED_AT.tzinfo is UTC
