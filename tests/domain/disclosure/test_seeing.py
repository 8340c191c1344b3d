"""技能者を見る: what is shown, what is not even read, and the trace it leaves (DISC-03, DISC-04, DISC-06)."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.classification import TABLES
from ccus.domain.disclosure.matrix import KEYS, MATRIX, items_shown
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.reading import HIDDEN, WorkerSeen, worker_as_seen_by, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation, Shown
from ccus.domain.workers.models import Withdrawal
from ccus.domain.workers.terms import Item
from tests.factories import mandates
from tests.factories.companies import company
from tests.factories.marked import BORN, Marked, marked_worker
from tests.factories.officers import officer
from tests.factories.personas import firm, person
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
ALL_BLOCKS = frozenset(KEYS)


@pytest.fixture
def marked() -> Marked:
    return marked_worker()


@pytest.fixture
def office() -> Actor:
    return officer(Duty.CONTACT).actor


@pytest.fixture
def statements() -> Iterator[CaptureQueriesContext]:
    with CaptureQueriesContext(connection) as captured:
        yield captured


def proxy_of(marked: Marked) -> Actor:
    taker = mandates.agent()
    mandates.mandate(marked.worker, taker)
    return firm(taker)


def tables_read(statements: CaptureQueriesContext) -> set[str]:
    """Personal tables that the statements since then name."""
    said = " ".join(query["sql"] for query in statements.captured_queries)
    return {table for table in TABLES if f'"{table}"' in said}


def by_the_office(office: Actor, marked: Marked, at: datetime) -> WorkerSeen:
    return worker_as_seen_by(office, marked.worker.pk, purpose=Purpose.ENQUIRY, reason="電話での確認", at=at)


def test_the_worker_sees_every_block_and_leaves_no_trace(marked: Marked, at: datetime) -> None:
    seen = worker_as_seen_by(person(marked.worker), marked.worker.pk, purpose=Purpose.OWN, at=at)
    assert set(seen.shown) == ALL_BLOCKS
    assert all(seen.shown.values())
    assert (seen.birth_on, seen.birth_year) == (BORN, 1953)
    assert not DisclosureTrace.objects.exists()


def test_what_is_always_shown_stands_beside_the_blocks(marked: Marked, office: Actor, at: datetime) -> None:
    seen = by_the_office(office, marked, at)
    assert (seen.number, seen.kana) == (marked.worker.number, "コクイン タロウザエモン")
    assert (seen.card_colour, seen.main_trade) == ("gold", "鉄筋工")
    assert not seen.is_withdrawn


def test_the_office_leaves_one_trace_with_all_it_saw(marked: Marked, office: Actor, at: datetime) -> None:
    by_the_office(office, marked, at)
    trace = DisclosureTrace.objects.get()
    assert (trace.worker_id, trace.actor_id, trace.company) == (marked.worker.pk, office.id, None)
    assert (trace.relation, trace.purpose, trace.reason) == ("operator", "enquiry", "電話での確認")
    assert set(trace.items) == set(Item) - {Item.WORK_HISTORY, Item.TRACES}


def test_only_what_was_asked_for_is_read_and_traced(
    marked: Marked, office: Actor, at: datetime, statements: CaptureQueriesContext
) -> None:
    seen = worker_as_seen_by(
        office, marked.worker.pk, purpose=Purpose.ENQUIRY, reason="電話", at=at, items={Item.CONTACT}
    )
    assert set(seen.blocks) == {"contact"}
    assert DisclosureTrace.objects.get().items == [Item.CARD, Item.CONTACT]
    assert not {"social_insurance", "health_check", "blood_group"} & tables_read(statements)


def test_an_employer_never_sees_past_employers(marked: Marked, at: datetime) -> None:
    seen = worker_as_seen_by(firm(marked.employer), marked.worker.pk, purpose=Purpose.ROSTER, at=at)
    assert seen.hidden == {"past_affiliation"}
    assert seen.blocks["past_affiliation"] is HIDDEN
    assert "刻印旧工業" not in str(seen)
    assert DisclosureTrace.objects.get().company == marked.employer.pk


def test_rows_of_past_employers_are_not_even_read_for_an_employer(marked: Marked, at: datetime) -> None:
    employer = firm(marked.employer)
    with CaptureQueriesContext(connection) as statements:
        worker_as_seen_by(employer, marked.worker.pk, purpose=Purpose.ROSTER, at=at)
    reading = [query["sql"] for query in statements.captured_queries if '"company"."name"' in query["sql"]]
    assert len(reading) == 1
    assert '"affiliation"."valid_until" > ' in reading[0]


def test_a_proxy_sees_what_it_files(marked: Marked, at: datetime) -> None:
    seen = worker_as_seen_by(proxy_of(marked), marked.worker.pk, purpose=Purpose.PROXY_FILING, at=at)
    assert seen.hidden == {"past_affiliation"}
    assert DisclosureTrace.objects.get().relation == Relation.PROXY


@pytest.mark.parametrize(
    "item", sorted({*KEYS.values()} - {Item.NAME, Item.TRADES, Item.EMPLOYERS, Item.PAST_EMPLOYERS})
)
def test_the_table_of_a_hidden_item_is_not_read(
    item: Item, marked: Marked, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATRIX[item], Relation.EMPLOYER, Shown.NEVER)
    employer = firm(marked.employer)
    with CaptureQueriesContext(connection) as statements:
        seen = worker_as_seen_by(employer, marked.worker.pk, purpose=Purpose.ROSTER, at=at)
    tables = {table for table, classes in TABLES.items() if item in classes.values()}
    assert not tables & tables_read(statements)
    assert {key for key, of in KEYS.items() if of is item} <= seen.hidden


def test_where_the_name_is_hidden_only_its_kana_is_read(
    marked: Marked, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATRIX[Item.NAME], Relation.EMPLOYER, Shown.SWITCHABLE)
    employer = firm(marked.employer)
    with CaptureQueriesContext(connection) as statements:
        seen = worker_as_seen_by(employer, marked.worker.pk, purpose=Purpose.ROSTER, at=at)
    assert not [query for query in statements.captured_queries if '"official"' in query["sql"]]
    assert (seen.kana, str(seen.blocks["name"])) == ("コクイン タロウザエモン", "非公開")


def test_where_the_day_of_birth_is_hidden_only_the_year_is_read(
    marked: Marked, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATRIX[Item.BIRTH_DATE], Relation.EMPLOYER, Shown.NEVER)
    seen = worker_as_seen_by(firm(marked.employer), marked.worker.pk, purpose=Purpose.ROSTER, at=at)
    assert (seen.birth_year, str(seen.birth_on)) == (1953, "非公開")


def test_what_another_company_could_see_stays_closed_until_it_is_opened() -> None:
    assert items_shown(Relation.OTHER) == {Item.CARD}  # DISC-03


def test_a_past_day_shows_what_was_registered_then(marked: Marked, office: Actor, at: datetime) -> None:
    seen = worker_as_seen_by(
        office, marked.worker.pk, purpose=Purpose.ENQUIRY, reason="電話", at=at, on=date(2020, 1, 1)
    )
    assert "刻印旧工業" not in str(seen.blocks["contact"])
    assert seen.shown["contact"] == ()


def test_of_who_left_the_office_still_reads_and_is_told(marked: Marked, office: Actor, at: datetime) -> None:
    Withdrawal.objects.create(worker=marked.worker, withdrawn_at=at, recorded_by="system:0")
    assert by_the_office(office, marked, at).is_withdrawn


def page_of(count: int, at: datetime) -> tuple[int, int]:
    """How many statements a page of so many workers takes, and how many of them insert."""
    employer = company()
    crew = [worker() for _ in range(count)]
    for one in crew:
        affiliation(worker=one, company=employer)
    keys = [one.pk for one in crew]
    with CaptureQueriesContext(connection) as statements:
        seen = workers_as_seen_by(firm(employer), keys, purpose=Purpose.ROSTER, at=at)
    assert [one.worker for one in seen] == keys
    inserts = [
        query for query in statements.captured_queries if query["sql"].lstrip().lower().startswith("insert")
    ]
    return len(statements), len(inserts)


def test_two_hundred_workers_cost_as_many_statements_as_two(at: datetime) -> None:
    assert page_of(2, at) == page_of(20, at) == page_of(200, at)
    assert DisclosureTrace.objects.count() == 222


def test_all_traces_of_a_page_are_one_statement(at: datetime) -> None:
    assert page_of(20, at)[1] == 1


def test_of_a_list_only_those_are_shown_of_whom_something_may_be(marked: Marked, at: datetime) -> None:
    other = worker()
    keys = [other.pk, marked.worker.pk]
    seen = workers_as_seen_by(firm(marked.employer), keys, purpose=Purpose.ROSTER, at=at)
    assert [one.worker for one in seen] == [marked.worker.pk]
    assert not DisclosureTrace.objects.filter(worker=other).exists()


def test_what_was_seen_cannot_be_altered(marked: Marked, office: Actor, at: datetime) -> None:
    seen = by_the_office(office, marked, at)
    with pytest.raises(AttributeError):
        seen.kana = "ベツジン"  # type: ignore[misc]
    with pytest.raises(TypeError):
        seen.blocks["contact"] = ()  # type: ignore[index]
