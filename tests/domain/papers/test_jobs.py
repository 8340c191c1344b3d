"""長い書類: asked for, made by a job, fetched by whoever asked, erased after a day (PAPER-08 to PAPER-10)."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Seat
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.terms import Relation, Shown
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.notices.models import Notice
from ccus.domain.papers.actions import MOST_AT_A_TIME, TooManyPapers, ask_for_paper, deliver_paper
from ccus.domain.papers.jobs import LOST_AFTER, note_progress, to_make
from ccus.domain.papers.models import PaperJob
from ccus.domain.papers.reading import content_of, job_of, jobs_of
from ccus.domain.papers.still_seen import NotSeenAnyMore
from ccus.domain.sites.models import RosterLine
from ccus.domain.workers.terms import Item
from ccus.jobs.papers import make
from tests.domain.papers.asked import TODAY, asked
from tests.domain.retention.carried import carried
from tests.factories import seats
from tests.factories.personas import Cast


@pytest.fixture
def chief(cast: Cast) -> SeatMe:
    """The 事業者責任者 of the prime."""
    return seats.seat(cast.sato)


@pytest.fixture
def key(cast: Cast, chief: SeatMe, at: datetime) -> UUID:
    """A roster of the whole site that the chief asked for."""
    return ask_for_paper(asked=asked(cast.prime), by=chief.actor, at=at)


def queued() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select args ->> 'key' from procrastinate_jobs where task_name = 'make_paper'")
        return [key for (key,) in cursor.fetchall()]


def test_what_is_asked_for_is_queued_with_the_act_itself(key: UUID) -> None:
    assert queued() == [str(key)]


def test_the_job_delivers_what_was_asked_for_and_tells_who_asked(
    key: UUID, chief: SeatMe, at: datetime
) -> None:
    make(key)
    job = job_of(chief.actor, key, at=at)
    assert job is not None
    assert (job.is_ready, job.done, job.total) == (True, 1, 1)
    assert (content_of(chief.actor, key, at=at) or b"").startswith(b"%PDF")
    assert Notice.objects.get(account=chief.account).title == "作業員名簿ができました"


def test_one_account_keeps_no_more_than_five_papers_in_the_making(
    key: UUID, cast: Cast, chief: SeatMe, at: datetime
) -> None:
    days = [TODAY - timedelta(days=back) for back in range(1, MOST_AT_A_TIME)]
    for day in days:
        ask_for_paper(asked=asked(cast.prime, day=day), by=chief.actor, at=at)
    sixth = asked(cast.prime, day=TODAY - timedelta(days=9))
    with pytest.raises(TooManyPapers, match="5件あります"):
        ask_for_paper(asked=sixth, by=chief.actor, at=at)
    make(key)
    assert len(queued()) == MOST_AT_A_TIME
    ask_for_paper(asked=sixth, by=chief.actor, at=at)
    assert len(queued()) == MOST_AT_A_TIME + 1


def test_the_same_paper_asked_for_again_while_it_is_made_is_that_one(
    key: UUID, cast: Cast, chief: SeatMe, at: datetime
) -> None:
    assert ask_for_paper(asked=asked(cast.prime), by=chief.actor, at=at) == key
    assert len(queued()) == 1


def test_a_paper_that_was_lost_on_the_way_can_be_asked_for_anew(
    key: UUID, cast: Cast, chief: SeatMe, at: datetime
) -> None:
    later = at + LOST_AFTER
    assert ask_for_paper(asked=asked(cast.prime), by=chief.actor, at=later) != key
    lost = job_of(chief.actor, key, at=later)
    assert lost is not None
    assert "もう一度作成してください" in lost.failed


def test_nobody_else_of_the_company_opens_what_one_asked_for(key: UUID, cast: Cast, at: datetime) -> None:
    make(key)
    other = seats.seat(cast.sato, Role.SITE_VIEWER).actor
    assert job_of(other, key, at=at) is None
    assert content_of(other, key, at=at) is None


def test_whoever_lost_the_right_before_the_job_began_gets_nothing(
    key: UUID, chief: SeatMe, at: datetime
) -> None:
    Seat.objects.filter(pk=chief.seat).update(role=Role.PROXY_CLERK)
    make(key)
    job = job_of(chief.actor, key, at=at)
    assert job is not None
    assert "閲覧できる利用者だけ" in job.failed
    assert PaperJob.objects.get().content is None


def test_whoever_lost_the_right_after_the_job_ended_cannot_fetch_it(
    key: UUID, chief: SeatMe, at: datetime
) -> None:
    make(key)
    Seat.objects.filter(pk=chief.seat).update(role=Role.PROXY_CLERK)
    with pytest.raises(NotAllowed):
        content_of(chief.actor, key, at=at)


@pytest.mark.parametrize("ended", ["line", "worker"])
def test_a_paper_on_which_somebody_stands_who_is_not_shown_any_more_is_not_given_out(
    ended: str, key: UUID, cast: Cast, chief: SeatMe, at: datetime
) -> None:
    make(key)
    if ended == "line":
        RosterLine.objects.filter(pk=cast.line.pk).update(superseded_at=at)
    else:
        withdraw_worker(worker=cast.mirai, by=SYSTEM, at=at)
    with pytest.raises(NotSeenAnyMore, match="もう一度作成してください"):
        content_of(chief.actor, key, at=at)


def test_an_item_that_was_closed_after_the_making_closes_the_paper(
    key: UUID, chief: SeatMe, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(key)
    monkeypatch.setitem(MATRIX[Item.HEALTH], Relation.SITE, Shown.NEVER)
    with pytest.raises(NotSeenAnyMore):
        content_of(chief.actor, key, at=at)


def test_a_paper_is_erased_after_a_day(key: UUID, chief: SeatMe, at: datetime) -> None:
    make(key)
    later = at + timedelta(hours=24)
    assert jobs_of(chief.actor, at=later) == ()
    assert content_of(chief.actor, key, at=later) is None
    assert carried("papers", later + timedelta(seconds=1)) == 1
    assert not PaperJob.objects.exists()


def test_a_job_that_runs_twice_delivers_once(key: UUID, at: datetime) -> None:
    make(key)
    deliver_paper(key=key, content=b"again", by=SYSTEM, at=at)
    make(key)
    assert to_make(key) is None
    assert bytes(PaperJob.objects.get().content or b"").startswith(b"%PDF")
    assert Notice.objects.count() == 1


def test_how_far_a_paper_is_can_be_seen_meanwhile(key: UUID, chief: SeatMe, at: datetime) -> None:
    note_progress(key, 1)
    job = job_of(chief.actor, key, at=at)
    assert job is not None
    assert (job.done, job.is_laid_out, job.is_finished) == (1, True, False)
