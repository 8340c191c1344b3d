"""一人に二つの技能者ID: two officers, one pair, reversible, told to both (SAME-03 to SAME-09)."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.notices.models import Notice
from ccus.domain.workers.actions.same_person import (
    approve_same_person,
    find_different,
    propose_merge,
    propose_separation,
    refuse_same_person,
    suspect_again,
)
from ccus.domain.workers.models import SamePersonProposal, Worker, WorkerAlias
from ccus.domain.workers.same_person import (
    AlreadyAnswered,
    AlreadyProposed,
    FoundDifferent,
    InChain,
    NotMerged,
    SameId,
    WordsMissing,
    merged_into,
)
from tests.factories import accounts, officers, workers

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SEEN = "本人確認書類の番号が同じ"


@pytest.fixture
def hana(db: None) -> OfficerMe:
    return officers.officer()


@pytest.fixture
def ken(db: None) -> OfficerMe:
    return officers.officer(name="確認 健")


def propose(worker: Worker, main: Worker, by: OfficerMe) -> SamePersonProposal:
    return propose_merge(worker=worker, main=main, words=SEEN, by=by.actor, at=AT)


def merge(worker: Worker, main: Worker, hana: OfficerMe, ken: OfficerMe) -> None:
    approve_same_person(proposal=propose(worker, main, hana), by=ken.actor, at=AT)


def test_a_second_officer_merges_what_the_first_proposed(hana: OfficerMe, ken: OfficerMe) -> None:
    twice, main = workers.worker(), workers.worker()
    proposal = propose(twice, main, hana)
    assert merged_into(twice.pk) == ""
    approve_same_person(proposal=proposal, by=ken.actor, at=AT)
    assert merged_into(twice.pk) == main.number
    assert set(Affect.objects.values_list("worker", flat=True)) == {twice.pk, main.pk}


def test_nobody_answers_an_own_proposal(hana: OfficerMe) -> None:
    proposal = propose(workers.worker(), workers.worker(), hana)
    with pytest.raises(NotAllowed, match="別の係員"):
        approve_same_person(proposal=proposal, by=hana.actor, at=AT)
    with pytest.raises(NotAllowed, match="別の係員"):
        refuse_same_person(proposal=proposal, words="x", is_different=False, by=hana.actor, at=AT)


def test_the_database_itself_wants_two_officers(hana: OfficerMe) -> None:
    proposal = propose(workers.worker(), workers.worker(), hana)
    said = {"answer": "approved", "answered_at": AT, "answered_by": str(hana.actor)}
    with pytest.raises(IntegrityError, match="two_officers"), transaction.atomic():
        SamePersonProposal.objects.filter(pk=proposal.pk).update(**said)
    with pytest.raises(IntegrityError, match="two_officers"), transaction.atomic():
        _alias(proposal, proposal.worker, proposal.main, recorded_by=str(hana.actor))


def _alias(proposal: SamePersonProposal, worker: Worker, main: Worker, recorded_by: str) -> WorkerAlias:
    return WorkerAlias.objects.create(
        worker=worker,
        main=main,
        proposal=proposal,
        proposed_by=proposal.proposed_by,
        recorded_at=AT,
        recorded_by=recorded_by,
    )


@pytest.mark.parametrize("ends", [(1, 2), (2, 0), (0, 2)], ids=["to a merged", "of a main", "twice"])
def test_the_database_itself_makes_no_chain(hana: OfficerMe, ken: OfficerMe, ends: tuple[int, int]) -> None:
    people = [workers.worker() for _ in range(3)]
    merge(people[0], people[1], hana, ken)
    worker, main = (people[end] for end in ends)
    other = SamePersonProposal.objects.create(
        kind="merge", worker=worker, main=main, words="x", proposed_at=AT, proposed_by="operator:1"
    )
    chain = {(1, 2): "chain", (2, 0): "chain", (0, 2): "once"}[ends]
    with pytest.raises(IntegrityError, match=chain), transaction.atomic():
        _alias(other, worker, main, recorded_by="operator:2")


def test_two_ids_may_be_merged_into_one_main_but_no_main_is_merged(hana: OfficerMe, ken: OfficerMe) -> None:
    first, second, main = (workers.worker() for _ in range(3))
    merge(first, main, hana, ken)
    merge(second, main, hana, ken)
    with pytest.raises(InChain, match="まとめられません"):
        propose(main, workers.worker(), hana)
    with pytest.raises(InChain, match="まとめられません"):
        propose(workers.worker(), first, hana)


def test_a_merge_is_undone_by_two_officers_and_may_be_made_again(hana: OfficerMe, ken: OfficerMe) -> None:
    twice, main = workers.worker(), workers.worker()
    merge(twice, main, hana, ken)
    undo = propose_separation(worker=twice, words="別の人の書類だった", by=ken.actor, at=AT)
    with pytest.raises(NotAllowed):
        approve_same_person(proposal=undo, by=ken.actor, at=AT)
    approve_same_person(proposal=undo, by=hana.actor, at=AT)
    assert merged_into(twice.pk) == ""
    merge(twice, main, ken, hana)
    assert WorkerAlias.objects.count() == 2


def test_of_a_pair_one_proposal_is_open_at_a_time(hana: OfficerMe, ken: OfficerMe) -> None:
    one, other = workers.worker(), workers.worker()
    propose(one, other, hana)
    with pytest.raises(AlreadyProposed), transaction.atomic():
        propose(other, one, ken)


def test_a_proposal_is_answered_once(hana: OfficerMe, ken: OfficerMe) -> None:
    proposal = propose(workers.worker(), workers.worker(), hana)
    refuse_same_person(proposal=proposal, words="書類が足りない", is_different=False, by=ken.actor, at=AT)
    with pytest.raises(AlreadyAnswered):
        approve_same_person(proposal=proposal, by=ken.actor, at=AT)


def test_two_people_found_different_are_not_proposed_until_that_is_taken_back(
    hana: OfficerMe, ken: OfficerMe
) -> None:
    one, other = workers.worker(), workers.worker()
    refuse_same_person(
        proposal=propose(one, other, hana), words="兄弟", is_different=True, by=ken.actor, at=AT
    )
    with pytest.raises(FoundDifferent):
        propose(other, one, hana)
    suspect_again(worker=one, other=other, by=hana.actor, at=AT)
    propose(other, one, hana)


def test_an_officer_may_say_at_once_that_two_are_different(hana: OfficerMe) -> None:
    one, other = workers.worker(), workers.worker()
    find_different(worker=other, other=one, words="兄弟", by=hana.actor, at=AT)
    with pytest.raises(FoundDifferent), transaction.atomic():
        find_different(worker=one, other=other, words="兄弟", by=hana.actor, at=AT)


def test_both_accounts_are_told_of_merging_and_of_separating(hana: OfficerMe, ken: OfficerMe) -> None:
    twice, main = (workers.worker(account=accounts.account()) for _ in range(2))
    merge(twice, main, hana, ken)
    undo = propose_separation(worker=twice, words="誤り", by=ken.actor, at=AT)
    approve_same_person(proposal=undo, by=hana.actor, at=AT)
    titles = [notice.title for notice in Notice.objects.order_by("pk")]
    assert titles == ["二つの技能者IDを、一つにまとめました"] * 2 + ["まとめた技能者IDを、元に戻しました"] * 2


@pytest.mark.parametrize("words", ["", "　", "あ" * 401])
def test_a_proposal_says_in_words_what_was_seen(hana: OfficerMe, words: str) -> None:
    with pytest.raises(WordsMissing, match="何を見て判断したか"):
        propose_merge(worker=workers.worker(), main=workers.worker(), words=words, by=hana.actor, at=AT)


def test_an_id_is_not_merged_into_itself(hana: OfficerMe) -> None:
    one = workers.worker()
    with pytest.raises(SameId):
        propose(one, one, hana)


def test_what_was_never_merged_is_not_separated(hana: OfficerMe) -> None:
    with pytest.raises(NotMerged):
        propose_separation(worker=workers.worker(), words="誤り", by=hana.actor, at=AT)


def test_only_officers_of_the_review_may_propose(db: None) -> None:
    clerk = officers.officer(Duty.FEES)
    with pytest.raises(NotAllowed):
        propose(workers.worker(), workers.worker(), clerk)
