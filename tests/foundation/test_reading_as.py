"""だれとして読むか: the connection says for whom it reads, as long as that one is at work (DISC-16)."""

import pytest
from django.db import DatabaseError, connection, transaction

from ccus.foundation.reading_as import NOBODY, REGISTER, reading_as

rolled_back = pytest.mark.django_db


def reader() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(current_setting('ccus.reader', true), '')")
        ((said,),) = cursor.fetchall()
    return str(said)


@rolled_back
def test_a_reader_within_a_reader_gives_the_word_back() -> None:
    with reading_as("worker:5"):
        with reading_as(REGISTER):
            assert reader() == REGISTER
        assert reader() == "worker:5"


@rolled_back
def test_a_refusal_on_the_way_gives_the_word_back() -> None:
    with reading_as("worker:5"):
        with pytest.raises(LookupError), reading_as(REGISTER):
            raise LookupError
        assert reader() == "worker:5"


@rolled_back
def test_a_statement_that_failed_takes_its_reader_along() -> None:
    with reading_as("worker:5"):
        with pytest.raises(DatabaseError), transaction.atomic(), reading_as(REGISTER):
            connection.cursor().execute("select 1 / 0")
        assert reader() == "worker:5"


@pytest.mark.usefixtures("fresh_database")
def test_whoever_reads_outside_of_a_transaction_is_forgotten_afterwards() -> None:
    with reading_as("seat:3"):
        with transaction.atomic():
            assert reader() == "seat:3"
        assert reader() == "seat:3"
    with reading_as(NOBODY):
        assert not reader()
