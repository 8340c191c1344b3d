"""一人に二つの技能者ID: proposed by one officer, approved by another, undone in the same way (SAME-03 to SAME-09)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from ccus.domain.accounts.officers import require_duty, require_two, second_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.workers.different import mark_different
from ccus.domain.workers.models import DifferentPersons, SamePersonProposal, Worker, WorkerAlias
from ccus.domain.workers.same_person import (
    AlreadyAnswered,
    AlreadyProposed,
    NotMerged,
    WordsMissing,
    chained,
    require_mergeable,
)
from ccus.domain.workers.terms import Same, SameAnswer
from ccus.foundation.constraints import each_one_at_a_time, refusing
from ccus.foundation.identifiers import grouped
from ccus.foundation.refusals import Refusal
from ccus.foundation.worded import worded

LONGEST_WORDS = 400
_BEGINNING = date(1970, 1, 1)
"""No day of work that the register holds is older."""


@transaction.atomic
def propose_merge(*, worker: Worker, main: Worker, words: str, by: Actor, at: datetime) -> SamePersonProposal:
    """まとめる提案: `worker` is the person of `main`; nothing changes until another officer approves (SAME-03).

    Raises `AlreadyProposed`, `FoundDifferent`, `InChain`, `SameId`, `WordsMissing`.
    """
    require_duty(by, Duty.REVIEW)
    _one_by_one(worker, main)
    require_mergeable(worker, main)
    return _propose(Same.MERGE, worker, main, words, by=by, at=at)


@transaction.atomic
def propose_separation(*, worker: Worker, words: str, by: Actor, at: datetime) -> SamePersonProposal:
    """元に戻す提案, for a merged ID (SAME-05). Raises `AlreadyProposed`, `NotMerged`, `WordsMissing`."""
    require_duty(by, Duty.REVIEW)
    alias = WorkerAlias.objects.filter(worker=worker, superseded_at=None).select_related("main").first()
    if alias is None:
        raise _not_merged(worker)
    _one_by_one(worker, alias.main)
    return _propose(Same.SEPARATE, worker, alias.main, words, by=by, at=at)


@transaction.atomic
def approve_same_person(*, proposal: SamePersonProposal, by: Actor, at: datetime) -> None:
    """提案の承認, never by who proposed: from now on one history, or two again (SAME-03 to SAME-06, EYES-07).

    Raises `AlreadyAnswered`, `InChain`, `FoundDifferent`, `NotMerged`, `NotAllowed`.
    """
    worker, main = proposal.worker, proposal.main
    both = _answer(proposal, SameAnswer.APPROVED, "", by=by, at=at)
    require_two(both, Duty.REVIEW)
    if proposal.kind == Same.MERGE:
        require_mergeable(worker, main)
        with refusing({"worker_alias_once": chained(worker), "worker_alias_no_chain": chained(worker)}):
            WorkerAlias.objects.create(
                worker=worker,
                main=main,
                proposal=proposal,
                proposed_by=proposal.proposed_by,
                recorded_at=at,
                recorded_by=str(by),
            )
    else:
        standing = WorkerAlias.objects.filter(worker=worker, main=main, superseded_at=None)
        if not standing.update(superseded_at=at):
            raise _not_merged(worker)
    record(
        act=Act.SAME_PERSON_APPROVED,
        by=both,
        at=at,
        subject=("same_person_proposal", proposal.pk),
        affects=[Touched(worker=one.pk, from_on=_BEGINNING) for one in (worker, main)],
        kind=proposal.kind,
    )
    _tell_both(proposal, at=at)


@transaction.atomic
def refuse_same_person(
    *, proposal: SamePersonProposal, words: str, is_different: bool, by: Actor, at: datetime
) -> None:
    """提案の不承認, never by who proposed; with `is_different` the two are 別人 from now on (SAME-03, SAME-08).

    Raises `AlreadyAnswered`, `WordsMissing`, `NotAllowed`.
    """
    said = _said(words)
    both = _answer(proposal, SameAnswer.REFUSED, said, by=by, at=at)
    if is_different and proposal.kind == Same.MERGE:
        mark_different(proposal.worker, proposal.main, said, by=str(by), at=at)
    record(
        act=Act.SAME_PERSON_REFUSED,
        by=both,
        at=at,
        subject=("same_person_proposal", proposal.pk),
        is_different=is_different,
    )


@transaction.atomic
def find_different(*, worker: Worker, other: Worker, words: str, by: Actor, at: datetime) -> None:
    """別人とする: nobody suspects the pair any more (SAME-08).

    Raises `AlreadyProposed`, `FoundDifferent`, `WordsMissing`.
    """
    require_duty(by, Duty.REVIEW)
    _one_by_one(worker, other)
    require_mergeable(worker, other)
    if _of_pair(worker, other).filter(answer="").exists():
        raise _already_proposed()
    mark_different(worker, other, _said(words), by=str(by), at=at)
    record(act=Act.FOUND_DIFFERENT, by=by, at=at, subject=("worker", worker.pk), other=other.pk)


@transaction.atomic
def suspect_again(*, worker: Worker, other: Worker, by: Actor, at: datetime) -> None:
    """別人の取消し: the pair may be suspected and proposed again (SAME-08). Raises `AlreadyAnswered`."""
    require_duty(by, Duty.REVIEW)
    low, high = sorted((worker.pk, other.pk))
    marked = DifferentPersons.objects.filter(low=low, high=high, superseded_at=None)
    if not marked.update(superseded_at=at):
        raise AlreadyAnswered("この二人は、別人とされていません。画面を開き直して、確かめてください。")
    record(act=Act.SUSPECTED_AGAIN, by=by, at=at, subject=("worker", worker.pk), other=other.pk)


def _propose(
    kind: Same, worker: Worker, main: Worker, words: str, *, by: Actor, at: datetime
) -> SamePersonProposal:
    said = _said(words)
    with refusing({"same_person_proposed_once": _already_proposed()}):
        proposal = SamePersonProposal.objects.create(
            kind=kind, worker=worker, main=main, words=said, proposed_at=at, proposed_by=str(by)
        )
    record(
        act=Act.SAME_PERSON_PROPOSED, by=by, at=at, subject=("same_person_proposal", proposal.pk), kind=kind
    )
    return proposal


def _answer(
    proposal: SamePersonProposal, answer: SameAnswer, words: str, *, by: Actor, at: datetime
) -> Actor:
    """Said once, by another officer: both names. From here on acts on both workers run one after the other."""
    require_duty(by, Duty.REVIEW)
    both = second_of(by, proposal.proposed_by, word="提案")
    _one_by_one(proposal.worker, proposal.main)
    open_one = SamePersonProposal.objects.filter(pk=proposal.pk, answer="")
    if not open_one.update(answer=answer, answer_words=words, answered_at=at, answered_by=str(by)):
        raise AlreadyAnswered(
            "この提案には、先に別の係員が答えています。画面を開き直して、確かめてください。"
        )
    return both


def _of_pair(worker: Worker, other: Worker) -> "QuerySet[SamePersonProposal]":
    return SamePersonProposal.objects.filter(Q(worker=worker, main=other) | Q(worker=other, main=worker))


def _one_by_one(*workers: Worker) -> None:
    each_one_at_a_time("worker", [worker.pk for worker in workers])


def _said(words: str) -> str:
    what = "理由（何を見て判断したか）"
    return worded(words, label=what, longest=LONGEST_WORDS, field="words", refusal=WordsMissing)


def _already_proposed() -> Refusal:
    return AlreadyProposed(
        "この二人については、答えを待っている提案があります。先に、その提案に答えてください。"
    )


def _not_merged(worker: Worker) -> NotMerged:
    return NotMerged(
        f"技能者ID {grouped(worker.number)} は、ほかのIDにまとめられていません。番号を確かめてください。"
    )


def _tell_both(proposal: SamePersonProposal, *, at: datetime) -> None:
    """Both IDs are told once (SAME-09)."""
    texts = {Same.MERGE: Text.IDS_MERGED, Same.SEPARATE: Text.IDS_SEPARATED}
    for one in (proposal.worker, proposal.main):
        if one.account_id is not None:
            tell(
                account=one.account_id,
                text=texts[Same(proposal.kind)],
                source=f"same_person:{proposal.pk}",
                at=at,
                merged=grouped(proposal.worker.number),
                main=grouped(proposal.main.number),
            )
