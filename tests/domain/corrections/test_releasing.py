"""許可と反映 (FIX-08, FIX-09, FIX-10)."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act, Actor
from ccus.domain.corrections.actions.previewing import open_preview
from ccus.domain.corrections.actions.releasing import carry_out, release_set
from ccus.domain.corrections.actions.writing import drop_rows, mend_rows
from ccus.domain.corrections.models import ChangeDone, ChangePreview, ChangeRelease, ChangeRow, ChangeSet
from ccus.domain.corrections.policies import (
    HasStops,
    NotOpened,
    PreviewOver,
    ReleasedBefore,
    SameOfficer,
    SetEnded,
)
from ccus.domain.corrections.reading import state_of
from ccus.domain.corrections.terms import Doing, SetState
from ccus.domain.workers.actions.registered import change_fact, enter_fact
from ccus.domain.workers.models import BloodGroup
from tests.domain.workers.samples import VALUES
from tests.factories import workers
from tests.factories.corrections import (
    change_set,
    corrector,
    done,
    previewed,
    release,
    released,
    row,
)
from tests.factories.officers import officer
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db


def group() -> str:
    return BloodGroup.objects.get(superseded_at=None).group


def by_hand(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def many(written: ChangeSet, rows: int, by: Actor, at: datetime) -> None:
    for _ in range(rows):
        row(written, workers.worker().number, {"group": "o"}, by=by, at=at, doing=Doing.ENTER)


def test_what_a_second_officer_released_is_carried_out(blood: ChangeSet, at: datetime) -> None:
    released(blood, at=at)
    assert (group(), state_of(blood)) == ("ab", SetState.RELEASED)
    assert carry_out(change_set=blood, at=at)
    assert (group(), state_of(blood)) == ("o", SetState.DONE)


def test_what_was_carried_out_is_not_carried_out_again(blood: ChangeSet, at: datetime) -> None:
    done(blood, at=at)
    assert not carry_out(change_set=blood, at=at)
    assert ChangeDone.objects.count() == 1


def test_who_wrote_the_set_releases_nothing(blood: ChangeSet, by: Actor, at: datetime) -> None:
    with pytest.raises(SameOfficer):
        release(previewed(blood, by=by, at=at), by=by, at=at)


def test_who_changed_a_row_releases_nothing(blood: ChangeSet, by: Actor, at: datetime) -> None:
    other = corrector()
    mend_rows(change_set=blood, mended={ChangeRow.objects.get().pk: {"group": "a"}}, by=other, at=at)
    with pytest.raises(SameOfficer):
        release(previewed(blood, by=by, at=at), by=other, at=at)


def test_who_did_not_open_the_preview_does_not_release_it(blood: ChangeSet, by: Actor, at: datetime) -> None:
    with pytest.raises(NotOpened):
        release_set(preview=previewed(blood, by=by, at=at), by=corrector(), at=at)


def test_only_officers_of_the_duty_release(blood: ChangeSet, by: Actor, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        release_set(preview=previewed(blood, by=by, at=at), by=officer(Duty.REVIEW).actor, at=at)


def test_no_machine_releases_anything(blood: ChangeSet, by: Actor, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        release(previewed(blood, by=by, at=at), by=SYSTEM, at=at)


def test_a_preview_ends_at_noon_of_the_next_day(blood: ChangeSet, by: Actor, at: datetime) -> None:
    key, other = previewed(blood, by=by, at=at), corrector()
    open_preview(preview=key, by=other, at=at)
    with pytest.raises(PreviewOver):
        release_set(preview=key, by=other, at=at + timedelta(days=1))
    assert release_set(preview=key, by=other, at=at + timedelta(hours=23)) == 0


def test_a_row_that_changes_takes_preview_and_releases_away(
    blood: ChangeSet, by: Actor, at: datetime
) -> None:
    key = released(blood, at=at)
    drop_rows(change_set=blood, everything=True, by=by, at=at)
    assert not carry_out(change_set=blood, at=at)
    with pytest.raises(PreviewOver):
        release_set(preview=key, by=corrector(), at=at)


def test_a_preview_that_stops_is_not_released(cast: Cast, by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    row(written, cast.mirai.number, {"group": "o"}, by=by, at=at, doing=Doing.ENTER)
    enter_fact(worker=cast.mirai, key="blood", values=VALUES["blood"], by=SYSTEM, at=at)
    with pytest.raises(HasStops):
        release(previewed(written, by=by, at=at), at=at)


def test_from_a_hundred_rows_on_two_more_officers_release(by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    many(written, 100, by, at)
    key, first = previewed(written, by=by, at=at), corrector()
    assert release(key, by=first, at=at) == 1
    with pytest.raises(ReleasedBefore):
        release(key, by=first, at=at)
    assert release(key, at=at) == 0
    assert carry_out(change_set=written, at=at)
    assert BloodGroup.objects.count() == 100


def without_duty(by: Actor) -> None:
    Officer.objects.filter(pk=by.id).update(duties=[])


def test_who_lost_the_duty_has_released_nothing(blood: ChangeSet, by: Actor, at: datetime) -> None:
    key, other = previewed(blood, by=by, at=at), corrector()
    assert release(key, by=other, at=at) == 0
    without_duty(other)
    assert not carry_out(change_set=blood, at=at)
    assert (group(), state_of(blood)) == ("ab", SetState.WRITING)
    assert "係ではありません" in ChangePreview.objects.get(key=key).failed


def test_a_release_of_two_does_not_count_once_its_officer_lost_the_duty(by: Actor, at: datetime) -> None:
    written = change_set(by=by, at=at)
    many(written, 100, by, at)
    key, first = previewed(written, by=by, at=at), corrector()
    assert release(key, by=first, at=at) == 1
    without_duty(first)
    assert release(key, at=at) == 1
    assert release(key, at=at) == 0


def test_what_one_officer_splits_into_several_sets_counts_together(by: Actor, at: datetime) -> None:
    first, second = change_set(by=by, at=at), change_set(by=by, at=at)
    many(first, 60, by, at)
    many(second, 40, by, at)
    released(first, at=at)
    key = previewed(second, by=by, at=at)
    assert release(key, at=at) == 1
    with pytest.raises(IntegrityError, match="is released by"):
        by_hand("update change_preview set released_at = now() where released_at is null")
    assert release(key, at=at) == 0
    other = change_set(by=corrector(), at=at)
    many(other, 1, by, at)
    assert release(previewed(other, by=by, at=at), at=at) == 0


def test_what_cannot_be_carried_out_for_a_day_goes_back(blood: ChangeSet, at: datetime) -> None:
    released(blood, at=at)
    assert not carry_out(change_set=blood, at=at + timedelta(days=2))
    assert (group(), state_of(blood)) == ("ab", SetState.WRITING)


def test_where_the_register_moved_on_nothing_is_written(blood: ChangeSet, at: datetime) -> None:
    released(blood, at=at)
    base = ChangeRow.objects.get()
    assert base.worker is not None
    assert base.base is not None
    values = {**VALUES["blood"], "group": "b"}
    change_fact(worker=base.worker, key="blood", base=base.base, values=values, by=SYSTEM, at=at)
    assert not carry_out(change_set=blood, at=at)
    assert (group(), ChangeDone.objects.count()) == ("b", 0)
    assert "1行目が反映できなくなりました（登録内容が先に変わっている）" in ChangePreview.objects.get().failed
    assert state_of(blood) is SetState.WRITING


def test_where_others_would_see_than_was_said_nothing_is_written(blood: ChangeSet, at: datetime) -> None:
    ChangePreview.objects.create(
        change_set=blood, asked_by="operator:1", asked_at=at, total=1, done=1, finished_at=at, digest="0" * 64
    )
    release(ChangePreview.objects.get(void_at=None).key, at=at)
    assert not carry_out(change_set=blood, at=at)
    assert group() == "ab"


def test_who_released_stands_in_the_audit_without_a_word_of_the_facts(blood: ChangeSet, at: datetime) -> None:
    done(blood, at=at)
    event = Event.objects.get(act=Act.CORRECTION_RELEASED)
    assert event.detail == {"left": 0}
    assert Event.objects.get(act=Act.CORRECTION_CARRIED_OUT).actor_kind == "system"


@pytest.mark.parametrize("wrong", ["unopened", "own", "stopped"])
def test_the_database_refuses_a_release_that_no_act_would_make(
    wrong: str, blood: ChangeSet, by: Actor, at: datetime
) -> None:
    key, other = previewed(blood, by=by, at=at), corrector()
    preview = ChangePreview.objects.get(key=key)
    if wrong != "unopened":
        open_preview(preview=key, by=by if wrong == "own" else other, at=at)
    if wrong == "stopped":
        ChangePreview.objects.filter(pk=preview.pk).update(void_at=at)
    with pytest.raises(IntegrityError, match="is not released by"), transaction.atomic():
        ChangeRelease.objects.create(
            preview=preview, released_by=str(by if wrong == "own" else other), released_at=at
        )


def test_the_database_counts_the_releases_itself(blood: ChangeSet, by: Actor, at: datetime) -> None:
    previewed(blood, by=by, at=at)
    with pytest.raises(IntegrityError, match="is released by"):
        by_hand("update change_preview set released_at = now()")


def test_the_database_carries_out_nothing_that_is_not_released(
    blood: ChangeSet, by: Actor, at: datetime
) -> None:
    previewed(blood, by=by, at=at)
    with pytest.raises(IntegrityError, match="ends when"):
        by_hand("update change_set set done_at = now()")
    with pytest.raises(IntegrityError, match="only a change_set that is released"):
        by_hand("insert into change_done (row_id, superseded, added) select id, '{}', '{}' from change_row")


def test_the_rows_of_a_previewed_set_rest_in_the_database(blood: ChangeSet, by: Actor, at: datetime) -> None:
    previewed(blood, by=by, at=at)
    with pytest.raises(IntegrityError, match="rest while a preview stands"):
        by_hand("update change_row set dropped_at = now(), dropped_by = 'operator:1'")


def test_a_set_that_was_carried_out_stays_as_it_is(blood: ChangeSet, by: Actor, at: datetime) -> None:
    done(blood, at=at)
    with pytest.raises(SetEnded):
        drop_rows(change_set=blood, rows=[], by=by, at=at)
    with pytest.raises(IntegrityError, match="stays"):
        by_hand("update change_set set done_at = null")
