"""Two officers at once about the same IDs: one wins, the other is told (SAME-03, SAME-04)."""

from datetime import UTC, datetime
from functools import partial

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.workers.actions.same_person import (
    approve_same_person,
    find_different,
    propose_merge,
    refuse_same_person,
)
from ccus.domain.workers.models import SamePersonProposal, Worker, WorkerAlias
from ccus.domain.workers.same_person import AlreadyAnswered, AlreadyProposed, FoundDifferent, InChain
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import officers, workers

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def desk(fresh_database: Databases) -> list[OfficerMe]:
    """Three officers."""
    return [officers.officer() for _ in range(3)]


def _propose(worker: Worker, main: Worker, by: OfficerMe) -> SamePersonProposal:
    return propose_merge(worker=worker, main=main, words="同じ人", by=by.actor, at=AT)


def _approve(proposal: SamePersonProposal, by: OfficerMe) -> "partial[None]":
    return partial(approve_same_person, proposal=proposal, by=by.actor, at=AT)


def test_of_two_officers_who_approve_at_once_one_is_told(desk: list[OfficerMe]) -> None:
    proposal = _propose(workers.worker(), workers.worker(), desk[0])
    told = contested(_approve(proposal, desk[1]), _approve(proposal, desk[2]))
    assert isinstance(told, AlreadyAnswered)
    assert WorkerAlias.objects.count() == 1


def test_approving_and_refusing_at_once_leaves_the_first_answer(desk: list[OfficerMe]) -> None:
    proposal = _propose(workers.worker(), workers.worker(), desk[0])
    refuse = partial(
        refuse_same_person, proposal=proposal, words="別人", is_different=True, by=desk[1].actor, at=AT
    )
    assert isinstance(contested(refuse, _approve(proposal, desk[2])), AlreadyAnswered)
    assert not WorkerAlias.objects.exists()


def test_two_merges_that_would_make_a_chain_do_not_both_stand(desk: list[OfficerMe]) -> None:
    first, second, third = (workers.worker() for _ in range(3))
    proposals = [_propose(first, second, desk[0]), _propose(second, third, desk[0])]
    told = contested(*(_approve(proposal, desk[1]) for proposal in proposals))
    assert isinstance(told, InChain)
    assert WorkerAlias.objects.get().worker == first


def test_of_two_officers_who_propose_a_pair_at_once_one_is_told(desk: list[OfficerMe]) -> None:
    one, other = workers.worker(), workers.worker()
    told = contested(partial(_propose, one, other, desk[0]), partial(_propose, other, one, desk[1]))
    assert isinstance(told, AlreadyProposed)


def test_a_pair_found_different_meanwhile_is_not_proposed(desk: list[OfficerMe]) -> None:
    one, other = workers.worker(), workers.worker()
    different = partial(find_different, worker=one, other=other, words="兄弟", by=desk[0].actor, at=AT)
    assert isinstance(contested(different, partial(_propose, one, other, desk[1])), FoundDifferent)
