"""The same paper asked for twice at once, and a job that ends while somebody gives it up: one of each."""

from datetime import UTC, datetime

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.papers.actions import ask_for_paper, deliver_paper, give_up_paper
from ccus.domain.papers.models import PaperJob
from ccus.foundation.databases import Databases
from tests.domain.papers.asked import asked
from tests.domain.races import contested
from tests.factories import seats
from tests.factories.personas import standing_cast

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def test_the_same_paper_asked_for_twice_at_once_is_made_once(fresh_database: Databases) -> None:
    cast = standing_cast()
    chief = seats.seat(cast.sato).actor
    wanted = asked(cast.prime)
    told = contested(
        lambda: ask_for_paper(asked=wanted, by=chief, at=AT),
        lambda: ask_for_paper(asked=wanted, by=chief, at=AT),
    )
    assert told is None
    assert PaperJob.objects.count() == 1


def test_a_paper_that_is_delivered_is_not_given_up_at_the_same_time(fresh_database: Databases) -> None:
    cast = standing_cast()
    key = ask_for_paper(asked=asked(cast.prime), by=seats.seat(cast.sato).actor, at=AT)
    contested(
        lambda: deliver_paper(key=key, content=b"%PDF", by=SYSTEM, at=AT),
        lambda: give_up_paper(key=key, sentence="できませんでした。", by=SYSTEM, at=AT),
    )
    job = PaperJob.objects.get()
    assert (bytes(job.content or b""), job.failed) == (b"%PDF", "")
