"""だれが見るか: viewers found for many workers at once are those whom the pages would let look (FIX-05, DISC-02)."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.corrections.catalogue import MOVES_SIGHT, realm_of
from ccus.domain.corrections.terms import Side
from ccus.domain.disclosure.company_relations import of_company
from ccus.domain.disclosure.gates import of_reader
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.viewers import Sight, looks_at
from ccus.domain.sites.models import Reader
from ccus.domain.workers.models import Withdrawal
from ccus.domain.workers.terms import Item
from tests.domain.corrections.crowd import TODAY, Crowd, crowd
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
WIDEST = {
    Purpose.EMPLOYEES: (Relation.EMPLOYER,),
    Purpose.PROXY_FILING: (Relation.PROXY,),
    Purpose.ROSTER: (Relation.EMPLOYER, Relation.SITE, Relation.ROSTER_PROXY),
    Purpose.MONTH_REPORT: (Relation.EMPLOYER, Relation.SITE),
}


def viewers_of(workers: Collection[int]) -> frozenset[Sight]:
    return looks_at({TODAY: workers})[TODAY].sights


def of_pages(made: Crowd, purpose: Purpose) -> dict[tuple[int, int], Relation]:
    """(company, worker) → relation, company by company, as pages ask."""
    keys = [someone.pk for someone in made.workers]
    return {
        (company.pk, worker): relation
        for company in made.firms
        for worker, relation in of_company(firm(company), keys, purpose, TODAY).items()
    }


def of_all(made: Crowd, purpose: Purpose) -> dict[tuple[int, int], Relation]:
    """The same, of the viewers of all at once."""
    sights = viewers_of([someone.pk for someone in made.workers])
    return {
        (sight.company, sight.worker): sight.relation
        for relation in reversed(WIDEST[purpose])
        for sight in sights
        if sight.relation is relation
    }


@pytest.mark.parametrize("seed", range(12))
def test_the_viewers_of_all_workers_are_those_whom_the_pages_let_look(seed: int) -> None:
    made = crowd(seed)
    for purpose in WIDEST:
        assert of_all(made, purpose) == of_pages(made, purpose)


@pytest.mark.parametrize("seed", range(4))
def test_certified_systems_look_for_the_prime_of_their_site(seed: int) -> None:
    made = crowd(seed)
    keys = [someone.pk for someone in made.workers]
    gates = {reader.place_id: Actor(ActorKind.READER, reader.pk) for reader in Reader.objects.all()}
    asked = {(w, p) for p, gate in gates.items() for w in of_reader(gate, keys, Purpose.GATE, TODAY)}
    certified = {s for s in viewers_of(keys) if s.relation is Relation.CERTIFIED}
    assert {(sight.worker, sight.place) for sight in certified} == asked


def test_everybody_on_the_way_up_and_the_employer_see_somebody_at_a_site(cast: Cast) -> None:
    seen = viewers_of([cast.mirai.pk])
    place = cast.site.pk
    assert seen == {
        Sight(cast.mirai.pk, cast.takahashi.pk, Relation.EMPLOYER),
        *(Sight(cast.mirai.pk, f.pk, Relation.SITE, place) for f in (cast.sato, cast.suzuki, cast.takahashi)),
    }
    assert all(Item.EMERGENCY in sight.items for sight in seen)


def test_whoever_left_the_register_is_seen_by_no_company(cast: Cast, at: datetime) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    assert not viewers_of([cast.mirai.pk])
    assert not viewers_of([])


@pytest.mark.parametrize("seed", range(4))
def test_a_look_at_several_days_is_the_look_at_each_of_them(seed: int) -> None:
    keys = [someone.pk for someone in crowd(seed).workers]
    asked = {TODAY: keys[:4], TODAY + timedelta(1): keys[2:], date(2019, 1, 1): keys, date(2030, 1, 1): []}
    assert looks_at(asked) == {day: looks_at({day: some})[day] for day, some in asked.items()}


def test_a_look_at_many_costs_as_many_statements_as_a_look_at_one(cast: Cast) -> None:
    keys = [cast.mirai.pk, *(someone.pk for someone in crowd(1).workers)]
    counts = []
    for asked in ({TODAY: keys[:1]}, {TODAY + timedelta(nth): keys for nth in range(9)}):
        with CaptureQueriesContext(connection) as queries:
            looks_at(asked)
        counts.append(len(queries))
    assert counts == [3, 3]


def read_by(statements: Sequence[str]) -> set[str]:
    """Every word of the statements and of the functions of the database that they ask."""
    with connection.cursor() as cursor:
        cursor.execute("select proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace")
        sources = dict(cursor.fetchall())
    words, found = set[str](), set(re.findall(r"\w+", " ".join(statements)))
    while found - words:
        words |= found
        found = {word for name in found & sources.keys() for word in re.findall(r"\w+", sources[name])}
    return words


def test_who_sees_whom_is_read_from_the_facts_of_those_blocks_alone_that_move_it(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as queries:
        looks_at({TODAY: [cast.mirai.pk]})
    words = read_by([query["sql"] for query in queries])
    tables = [each for side in Side for each in realm_of(side).tables.of_block.items()]
    assert {block for block, table in tables if table._meta.db_table in words} == MOVES_SIGHT
