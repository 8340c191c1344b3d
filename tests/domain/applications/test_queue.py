"""審査待ちの列: oldest first, page by page, at a cost that does not grow."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.applications.actions.review import take
from ccus.domain.applications.models import Application
from ccus.domain.applications.path import move
from ccus.domain.applications.policies import filer_of
from ccus.domain.applications.reading import Counted, application_for, case, filed_by, queue, queue_counts
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.disclosure.models import DisclosureTrace
from tests.factories import workers
from tests.factories.applications import AT, in_review, opened, submitted
from tests.factories.officers import officer
from tests.factories.personas import person

pytestmark = pytest.mark.django_db


def queued(count: int, kind: ApplicationKind = ApplicationKind.CHANGE) -> list[str]:
    """Numbers of applications that joined one minute after the other, in that order."""
    numbers = []
    for n in range(count):
        waiting = opened(kind, worker=workers.worker())
        move(waiting, State.SUBMITTED, by=SYSTEM, at=AT + timedelta(minutes=n))
        numbers.append(waiting.number)
    return numbers


def test_the_oldest_application_stands_first_in_the_queue() -> None:
    numbers = queued(3)
    assert [waiting.number for waiting in queue().rows] == numbers


def test_a_page_of_the_queue_leads_to_the_next() -> None:
    numbers, seen, after = queued(5), [], None
    while True:
        page = queue(after=after, limit=2)
        seen += [waiting.number for waiting in page.rows]
        after = page.after
        if after is None:
            break
    assert seen == numbers


def test_applications_that_joined_in_the_same_moment_are_all_seen() -> None:
    numbers = queued(3)
    Application.objects.update(queued_at=AT)
    first = queue(limit=2)
    assert [w.number for w in (*first.rows, *queue(after=first.after).rows)] == numbers


@pytest.mark.parametrize("after", ["", "x", "2026-11-20_1", "2026-11-20T03:00:00+00:00_x", "_", "²_²"])
def test_a_place_that_nobody_gave_out_begins_at_the_front(after: str) -> None:
    numbers = queued(1)
    assert [waiting.number for waiting in queue(after=after).rows] == numbers


def test_the_queue_of_a_kind_holds_only_that_kind() -> None:
    queued(1)
    other = queued(1, ApplicationKind.REISSUE)
    assert [waiting.number for waiting in queue(kind=ApplicationKind.REISSUE).rows] == other


def test_what_is_closed_or_with_the_applicant_is_not_in_the_queue() -> None:
    submitted(is_settled=False)
    assert queue().rows == ()


def test_the_queue_says_who_has_a_case_in_hand() -> None:
    in_review(ApplicationKind.CHANGE)
    waiting = queue().rows[0]
    assert (waiting.held_by, waiting.held_until) == ("審査 花子", AT + timedelta(minutes=30))


def test_counts_say_how_many_wait_of_each_kind_and_since_when() -> None:
    queued(2)
    counts = {counted.kind: (counted.count, counted.oldest) for counted in queue_counts()}
    assert counts[ApplicationKind.CHANGE] == (2, AT)
    assert counts[ApplicationKind.REISSUE] == (0, None)


def test_a_long_queue_is_counted_to_a_thousand() -> None:
    assert Counted(ApplicationKind.CHANGE, 1_000, AT).words == "1,000件以上"
    assert Counted(ApplicationKind.CHANGE, 999, AT).words == "999件"


def test_reading_takes_as_many_statements_for_many_as_for_one() -> None:
    counted = []
    for _ in range(2):
        queued(3)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            queue()
            queue_counts()
        counted.append(len(asked))
    assert counted == [2, 2]


def test_ones_own_list_takes_as_many_statements_for_many_as_for_one() -> None:
    counted, worker = [], workers.worker()
    for kind in (ApplicationKind.CHANGE, ApplicationKind.REISSUE):
        opened(kind, worker=worker)
        with CaptureQueriesContext(connection) as asked:
            filed_by(person(worker))
        counted.append(len(asked))
    assert counted == [6, 6]


def test_somebody_elses_application_cannot_be_read() -> None:
    mine = submitted(ApplicationKind.CHANGE)
    assert application_for(person(workers.worker()), mine.number) is None
    assert application_for(filer_of(mine), mine.number) is not None


def test_an_officer_sees_a_case_beside_what_is_registered_and_leaves_a_trace() -> None:
    waiting = in_review(ApplicationKind.CHANGE)
    seen = case(waiting.number, officer=officer().actor, at=AT)
    assert seen is not None
    assert (seen.contents["contact"][0].values["town"], seen.base["contact"]) == ("港区虎ノ門", ())
    assert DisclosureTrace.objects.get().reason == waiting.number


def test_an_officer_sees_who_has_the_case() -> None:
    mine = officer()
    waiting = submitted(ApplicationKind.CHANGE)
    take(number=waiting.number, by=mine.actor, at=AT)
    seen = case(waiting.number, officer=mine.actor, at=AT)
    assert seen is not None
    assert seen.hold is not None
    assert seen.hold.is_of(mine.actor, at=AT)


def test_nobody_but_the_office_opens_a_case() -> None:
    waiting = submitted(ApplicationKind.CHANGE)
    with pytest.raises(NotAllowed):
        case(waiting.number, officer=filer_of(waiting), at=AT)
