"""提案 as officers make them in tests."""

from datetime import datetime

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.office.actions.proposals import confirm, propose
from ccus.domain.office.models import Proposal
from ccus.domain.office.terms import What
from tests.factories import fees, officers

NOTE = "災害のため"


def clerk() -> OfficerMe:
    return officers.officer(Duty.FEES)


def waiver(by: OfficerMe, at: datetime, *, charge: int | None = None, note: str = NOTE) -> Proposal:
    """免除の提案 for an open charge."""
    given = {"charge": charge or fees.charge().pk, "note": note}
    return fresh(propose(what=What.WAIVER, given=given, by=by.actor, at=at))


def fresh(proposal: Proposal) -> Proposal:
    """With the key that the database gave it."""
    return Proposal.objects.get(pk=proposal.pk)


def confirmed(proposal: Proposal, by: OfficerMe, at: datetime) -> None:
    confirm(proposal=proposal, seen=proposal.digest, by=by.actor, at=at)
