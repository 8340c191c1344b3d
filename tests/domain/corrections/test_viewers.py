"""だれが見るか: viewers found for many workers at once are those whom the pages would let look (FIX-05, DISC-02)."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.company_relations import of_company
from ccus.domain.disclosure.gates import of_reader
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.disclosure.viewers import Sight, viewers_of
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
    sights = viewers_of([someone.pk for someone in made.workers], on=TODAY)
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
    certified = {s for s in viewers_of(keys, on=TODAY) if s.relation is Relation.CERTIFIED}
    assert {(sight.worker, sight.place) for sight in certified} == asked


def test_everybody_on_the_way_up_and_the_employer_see_somebody_at_a_site(cast: Cast) -> None:
    seen = viewers_of([cast.mirai.pk], on=TODAY)
    place = cast.site.pk
    assert seen == {
        Sight(cast.mirai.pk, cast.takahashi.pk, Relation.EMPLOYER),
        *(Sight(cast.mirai.pk, f.pk, Relation.SITE, place) for f in (cast.sato, cast.suzuki, cast.takahashi)),
    }
    assert all(Item.EMERGENCY in sight.items for sight in seen)


def test_whoever_left_the_register_is_seen_by_no_company(cast: Cast, at: datetime) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    assert not viewers_of([cast.mirai.pk], on=TODAY)
    assert not viewers_of([], on=TODAY)


def test_viewers_of_many_cost_as_many_statements_as_viewers_of_one(cast: Cast) -> None:
    made = crowd(1)
    counts = []
    for keys in ([cast.mirai.pk], [cast.mirai.pk, *(someone.pk for someone in made.workers)]):
        with CaptureQueriesContext(connection) as asked:
            viewers_of(keys, on=TODAY)
        counts.append(len(asked))
    assert counts == [2, 2]
