"""提案する、確認する、認めない、取り下げる: proposed by one, answered once by another (EYES-02 to EYES-06)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty, second_of
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.office import rules
from ccus.domain.office.carried import CARRIED
from ccus.domain.office.models import Proposal
from ccus.domain.office.policies import (
    ProposalAnswered,
    ProposalDiffers,
    ProposalExpired,
    ProposedBefore,
    WordsMissing,
)
from ccus.domain.office.rules import Given
from ccus.domain.office.terms import Answer, What
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.worded import worded


@transaction.atomic
def propose(*, what: What, given: Given, by: Actor, at: datetime) -> Proposal:
    """提案する: nothing else happens until another officer confirms it (EYES-03).

    Raises `NotAllowed`, `ProposedBefore`, and what could not be done now anyway.
    """
    carrying = CARRIED[what]
    require_duty(by, carrying.duty)
    carrying.require(given, by, at)
    subject = carrying.subject(given)
    one_at_a_time("office_proposal", subject)
    over = Proposal.objects.filter(what=what, subject=subject, answer="", expires_at__lte=at)
    over.update(answer=Answer.EXPIRED, answered_at=at)
    with refusing({"office_proposal_one_waits": ProposedBefore()}):
        proposal = Proposal.objects.create(
            what=what,
            subject=subject,
            given=dict(given),
            digest=rules.digest_of(what, subject, given),
            worker_id=carrying.worker(given),
            proposed_at=at,
            proposed_by=str(by),
            expires_at=at + rules.OPEN_FOR,
        )
    record(act=Act.PROPOSED, by=by, at=at, subject=("proposal", proposal.pk), what=what.value)
    return proposal


@transaction.atomic
def confirm(*, proposal: Proposal, seen: str, by: Actor, at: datetime) -> None:
    """確認する, never by who proposed: it is done now, with both names, or refused and goes on waiting (EYES-06).

    `seen`: the digest on the officer's page. Raises `NotAllowed`, `ProposalAnswered`, `ProposalExpired`,
    `ProposalDiffers`, and whatever the act refuses.
    """
    fresh, both = _of_another(proposal, by)
    if at >= fresh.expires_at:
        raise ProposalExpired
    if not seen == fresh.digest == rules.digest_of(fresh.what, fresh.subject, fresh.given):
        raise ProposalDiffers
    _answer(fresh, Answer.CONFIRMED, "", by=by, at=at)
    CARRIED[What(fresh.what)].carry_out(fresh.given, both, at)
    record(act=Act.PROPOSAL_CONFIRMED, by=both, at=at, subject=("proposal", fresh.pk), what=fresh.what)


@transaction.atomic
def decline(*, proposal: Proposal, words: str, by: Actor, at: datetime) -> None:
    """認めない, with words, never by who proposed. Raises `NotAllowed`, `ProposalAnswered`, `WordsMissing`."""
    fresh, both = _of_another(proposal, by)
    said = worded(
        words, label="認めない理由", longest=rules.LONGEST_WORDS, field="words", refusal=WordsMissing
    )
    _answer(fresh, Answer.DECLINED, said, by=by, at=at)
    record(act=Act.PROPOSAL_DECLINED, by=both, at=at, subject=("proposal", fresh.pk), what=fresh.what)


@transaction.atomic
def withdraw(*, proposal: Proposal, by: Actor, at: datetime) -> None:
    """取り下げる, by who proposed (EYES-04). Raises `NotAllowed`, `ProposalAnswered`."""
    fresh = _one_by_one(proposal, by)
    if fresh.proposed_by != str(by):
        raise NotAllowed("取り下げられるのは、提案した係員だけです。「認めない」を選んでください。")
    _answer(fresh, Answer.WITHDRAWN, "", by=by, at=at)
    record(act=Act.PROPOSAL_WITHDRAWN, by=by, at=at, subject=("proposal", fresh.pk), what=fresh.what)


def _of_another(proposal: Proposal, by: Actor) -> tuple[Proposal, Actor]:
    fresh = _one_by_one(proposal, by)
    return fresh, second_of(by, fresh.proposed_by, word="提案")


def _one_by_one(proposal: Proposal, by: Actor) -> Proposal:
    """Answers to one proposal run one after the other; as it stands then."""
    require_duty(by, CARRIED[What(proposal.what)].duty)
    one_at_a_time("office_proposal", proposal.subject)
    return Proposal.objects.get(pk=proposal.pk)


def _answer(proposal: Proposal, answer: Answer, words: str, *, by: Actor, at: datetime) -> None:
    waiting = Proposal.objects.filter(pk=proposal.pk, answer="")
    said = {"answer": answer, "answer_words": words, "answered_at": at, "answered_by": str(by)}
    if not waiting.update(**said):
        raise ProposalAnswered
