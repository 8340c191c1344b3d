"""Two officers, two fetches, two jobs at once: each card and each letter goes to one (PRINT-02, PRINT-03, PRINT-05)."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import connection

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.printing.actions.arrival import confirm_arrival, report_missing
from ccus.domain.printing.actions.batches import post_batch, take_batch
from ccus.domain.printing.actions.files import fetch_letters, make_part
from ccus.domain.printing.jobs import alone_with
from ccus.domain.printing.models import CardPosting, LetterFile, PrintPlace
from ccus.domain.printing.policies import AlreadyFetched, BatchPosted, NothingWaits
from ccus.domain.printing.postings import AlreadyArrived
from ccus.foundation.clock import day_of
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import printing
from tests.factories.personas import person

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def officer(fresh_database: Databases) -> OfficerMe:
    return printing.printer()


def test_two_officers_at_once_take_different_cards(officer: OfficerMe) -> None:
    cards = {printing.waiting_card().pk for _ in range(4)}
    other = printing.printer()
    first = partial(take_batch, most=2, by=officer.actor, at=AT)
    assert contested(first, partial(take_batch, most=2, by=other.actor, at=AT)) is None
    assert set(PrintPlace.objects.values_list("card", flat=True)) == cards


def test_of_two_who_take_the_last_card_one_is_told_that_none_waits(officer: OfficerMe) -> None:
    printing.waiting_card()
    take = partial(take_batch, by=officer.actor, at=AT)
    assert isinstance(contested(take, take), NothingWaits)


def test_letters_that_two_fetch_at_once_are_given_to_one(officer: OfficerMe) -> None:
    printing.waiting_card()
    fetch = partial(fetch_letters, batch=printing.batch(officer), part=1, by=officer.actor, at=AT)
    assert isinstance(contested(fetch, fetch), AlreadyFetched)


def test_two_jobs_that_make_one_part_store_it_once(officer: OfficerMe) -> None:
    printing.waiting_card()
    make = partial(
        make_part,
        batch=take_batch(by=officer.actor, at=AT),
        part=1,
        faces=printing.faces,
        letters=printing.letters,
        by=officer.actor,
        at=AT,
    )
    assert contested(make, make) is None
    assert LetterFile.objects.count() == 1


def test_a_batch_that_two_post_at_once_is_posted_once(officer: OfficerMe) -> None:
    printing.waiting_card()
    key = printing.batch(officer)
    fetch_letters(batch=key, part=1, by=officer.actor, at=AT)
    taken_at = PrintPlace.objects.get().batch.taken_at
    post = partial(post_batch, batch=key, posted_on=day_of(taken_at), by=officer.actor, at=taken_at)
    assert isinstance(contested(post, post), BatchPosted)
    assert CardPosting.objects.count() == 1


def test_a_card_arrives_or_is_missing_not_both(officer: OfficerMe) -> None:
    card = printing.waiting_card()
    printing.posted(officer)
    late = CardPosting.objects.get().posted_at + timedelta(days=365)
    by = person(card.worker)
    told = contested(
        partial(confirm_arrival, worker=card.worker_id, by=by, at=late),
        partial(report_missing, worker=card.worker_id, by=by, at=late),
    )
    assert isinstance(told, AlreadyArrived)


def test_a_second_job_leaves_a_batch_to_the_first_until_its_connection_ends(officer: OfficerMe) -> None:
    printing.waiting_card()
    key = take_batch(by=officer.actor, at=AT)
    other = connection.copy()
    lock, unlock = (f"select pg_advisory_{word}(hashtextextended(%s, 0))" for word in ("lock", "unlock"))
    try:
        with other.cursor() as cursor:
            cursor.execute(lock, [f"print_batch:{key}"])
        with alone_with(key) as is_mine:
            assert not is_mine
    finally:
        other.close()
    with (
        connection.cursor() as cursor
    ):  # the server notes the end of a connection a moment later: wait for it
        for statement in (lock, unlock):
            cursor.execute(statement, [f"print_batch:{key}"])
    with alone_with(key) as is_mine:
        assert is_mine
