"""提案を読む: as they were said, with their answers (EYES-03, EYES-14)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ccus.domain.accounts.terms import Duty
from ccus.domain.office.carried import CARRIED, Line
from ccus.domain.office.models import Proposal
from ccus.domain.office.terms import Answer, What


@dataclass(frozen=True, slots=True)
class ProposalShown:
    """提案とその答え. `by` and `answered_by` are actors; `about`: its gist; `digest`: what who confirms has seen."""

    key: UUID
    what: What
    duty: Duty
    about: str
    worker: int | None
    digest: str
    at: datetime
    by: str
    expires_at: datetime
    answer: Answer | None
    answer_words: str
    answered_at: datetime | None
    answered_by: str


def proposal_row(key: UUID, duties: Collection[Duty]) -> Proposal | None:
    """A proposal of one of these duties by its key, for the acts on it."""
    return Proposal.objects.filter(key=key, what__in=_kinds(duties)).first()


def proposal_shown(proposal: Proposal, *, at: datetime) -> ProposalShown:
    """One proposal."""
    return next(iter(_shown([proposal], at=at)))


def lines_of(proposal: Proposal) -> tuple[Line, ...]:
    """What was proposed, item by item."""
    return CARRIED[What(proposal.what)].lines(proposal.given)


def waiting_proposals(duties: Collection[Duty], *, at: datetime) -> tuple[ProposalShown, ...]:
    """確認を待つ提案 of these duties, the oldest first."""
    rows = Proposal.objects.filter(what__in=_kinds(duties), answer="", expires_at__gt=at)
    return _shown(rows.order_by("proposed_at", "pk"), at=at)


def ended_proposals(duties: Collection[Duty], *, at: datetime, limit: int) -> tuple[ProposalShown, ...]:
    """終わった提案 of these duties, the newest first; one that ran out is among them."""
    rows = Proposal.objects.filter(what__in=_kinds(duties)).exclude(answer="", expires_at__gt=at)
    return _shown(rows.order_by("-pk")[:limit], at=at)


def waiting_for(what: What, subject: str, *, at: datetime) -> ProposalShown | None:
    """The proposal of a kind that waits for this thing, for the page of the thing."""
    rows = Proposal.objects.filter(what=what, subject=subject, answer="", expires_at__gt=at)
    return next(iter(_shown(rows, at=at)), None)


def count_for(officer: str, duties: Collection[Duty], *, at: datetime) -> int:
    """How many proposals of others wait for an officer (`operator:7`) with these duties (EYES-14)."""
    rows = Proposal.objects.filter(what__in=_kinds(duties), answer="", expires_at__gt=at)
    return rows.exclude(proposed_by=officer).count()


def _kinds(duties: Collection[Duty]) -> list[What]:
    return [what for what, carrying in CARRIED.items() if carrying.duty in duties]


def _shown(rows: Iterable[Proposal], *, at: datetime) -> tuple[ProposalShown, ...]:
    return tuple(
        ProposalShown(
            row.key,
            What(row.what),
            CARRIED[What(row.what)].duty,
            CARRIED[What(row.what)].about(row.given),
            row.worker_id,
            row.digest,
            row.proposed_at,
            row.proposed_by,
            row.expires_at,
            Answer(row.answer) if row.answer else Answer.EXPIRED if at >= row.expires_at else None,
            row.answer_words,
            row.answered_at,
            row.answered_by,
        )
        for row in rows
    )
