"""Two officers at once (FIX-08, FIX-10, FIX-11)."""

from datetime import UTC, datetime
from uuid import UUID

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.corrections.actions.previewing import open_preview
from ccus.domain.corrections.actions.releasing import carry_out, release_set
from ccus.domain.corrections.actions.reversing import write_reversal
from ccus.domain.corrections.actions.writing import drop_rows
from ccus.domain.corrections.models import ChangeDone, ChangePreview, ChangeRelease, ChangeSet
from ccus.domain.corrections.policies import PreviewOver, TakenBack
from ccus.domain.corrections.terms import Doing
from ccus.domain.workers.actions.registered import change_fact
from ccus.domain.workers.models import BloodGroup, Worker
from ccus.foundation.databases import Databases
from ccus.foundation.superseding import AlreadyChanged
from tests.domain.races import contested
from tests.factories import workers
from tests.factories.corrections import change_set, corrector, done, previewed, released, row

AT = datetime(2026, 11, 20, 3, tzinfo=UTC)


def written(by: Actor, rows: int = 1) -> ChangeSet:
    made = change_set(by=by, at=AT)
    for _ in range(rows):
        row(made, workers.worker().number, {"group": "o"}, by=by, at=AT, doing=Doing.ENTER)
    return made


def looked(key: UUID) -> Actor:
    officer = corrector()
    open_preview(preview=key, by=officer, at=AT)
    return officer


def test_of_two_releases_at_once_both_count_once(fresh_database: Databases) -> None:
    by = corrector()
    key = previewed(written(by, rows=100), by=by, at=AT)
    first, second = looked(key), looked(key)
    told = contested(
        lambda: release_set(preview=key, by=first, at=AT), lambda: release_set(preview=key, by=second, at=AT)
    )
    assert told is None
    assert (ChangeRelease.objects.count(), ChangePreview.objects.get().released_at) == (2, AT)


def test_one_officer_who_presses_twice_counts_once(fresh_database: Databases) -> None:
    by = corrector()
    key = previewed(written(by, rows=100), by=by, at=AT)
    one = looked(key)
    contested(
        lambda: release_set(preview=key, by=one, at=AT), lambda: release_set(preview=key, by=one, at=AT)
    )
    assert (ChangeRelease.objects.count(), ChangePreview.objects.get().released_at) == (1, None)


def test_a_release_that_waits_for_a_changed_row_is_refused(fresh_database: Databases) -> None:
    by = corrector()
    made = written(by)
    key = previewed(made, by=by, at=AT)
    other, dropped = looked(key), [made.rows.get().pk]
    told = contested(
        lambda: drop_rows(change_set=made, rows=dropped, by=by, at=AT),
        lambda: release_set(preview=key, by=other, at=AT),
    )
    assert isinstance(told, PreviewOver)
    assert not ChangeRelease.objects.exists()


def test_a_row_that_changes_after_a_release_takes_it_away(fresh_database: Databases) -> None:
    by = corrector()
    made = written(by)
    key = previewed(made, by=by, at=AT)
    other, dropped = looked(key), [made.rows.get().pk]
    contested(
        lambda: release_set(preview=key, by=other, at=AT),
        lambda: drop_rows(change_set=made, rows=dropped, by=by, at=AT),
    )
    assert ChangePreview.objects.get().void_at == AT
    assert not carry_out(change_set=made, at=AT)


def test_of_two_carryings_out_at_once_one_does_it(fresh_database: Databases) -> None:
    made = written(corrector())
    released(made, at=AT)
    contested(lambda: carry_out(change_set=made, at=AT), lambda: carry_out(change_set=made, at=AT))
    assert (BloodGroup.objects.count(), ChangeDone.objects.count()) == (1, 1)


def test_of_two_reversals_at_once_one_is_written(fresh_database: Databases) -> None:
    by = corrector()
    made = done(written(by), at=AT)
    told = contested(
        lambda: write_reversal(change_set=made, words="誤り", by=by, at=AT),
        lambda: write_reversal(change_set=made, words="誤り", by=corrector(), at=AT),
    )
    assert isinstance(told, TakenBack)
    assert ChangeSet.objects.filter(reverses=made).count() == 1


def changed(worker: Worker, base: int) -> None:
    change_fact(worker=worker, key="blood", base=base, values={"group": "b"}, by=SYSTEM, at=AT)


def test_whoever_changes_a_row_while_it_is_carried_out_is_told(fresh_database: Databases) -> None:
    by, worker = corrector(), workers.worker()
    now = BloodGroup.objects.create(
        worker=worker, group="ab", valid_from=AT.date(), recorded_at=AT, recorded_by="system:0"
    )
    made = change_set(by=by, at=AT)
    row(made, worker.number, {"group": "o"}, by=by, at=AT)
    released(made, at=AT)
    told = contested(lambda: carry_out(change_set=made, at=AT), lambda: changed(worker, now.pk))
    assert isinstance(told, AlreadyChanged)
    assert BloodGroup.objects.get(superseded_at=None).group == "o"
