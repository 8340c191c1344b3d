"""The database's word, in the words of the rule."""

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from ccus.domain.companies.models import Company
from ccus.foundation.constraints import each_held_meanwhile, refusing, violated
from ccus.foundation.refusals import Refusal
from tests.factories import companies

TAKEN = Refusal("この番号は使われています。", "number")
pytestmark = pytest.mark.django_db


def take_twice() -> Company:
    return companies.company(number=companies.company().number)


def test_a_named_constraint_becomes_its_refusal() -> None:
    with pytest.raises(Refusal) as refused, transaction.atomic(), refusing({"company_number_key": TAKEN}):
        take_twice()
    assert refused.value is TAKEN
    assert (TAKEN.sentence, TAKEN.field) == ("この番号は使われています。", "number")


def test_any_other_constraint_stays_an_error() -> None:
    with (
        pytest.raises(IntegrityError) as broken,
        transaction.atomic(),
        refusing({"company_has_name": TAKEN}),
    ):
        take_twice()
    assert violated(broken.value) == "company_number_key"


def test_after_a_refusal_the_work_before_the_act_still_stands() -> None:
    company = companies.company()
    with pytest.raises(Refusal), transaction.atomic(), refusing({"company_number_key": TAKEN}):
        take_twice()
    assert Company.objects.get() == company


def test_an_error_without_a_constraint_names_none() -> None:
    assert violated(IntegrityError("no cause")) == ""


def locks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_locks_of_a_long_transaction_go_even_where_a_statement_fails() -> None:
    before, held = locks(), each_held_meanwhile("worker", [1, 2])
    with pytest.raises(DataError), transaction.atomic(), held, connection.cursor() as cursor:
        cursor.execute("select 1 / 0")
    assert locks() == before
