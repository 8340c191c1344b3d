"""まとめる提案の承認, by an officer who has compared the two (EYES-10)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.office.compared import has_compared
from ccus.domain.office.policies import NotCompared
from ccus.domain.workers.actions.same_person import approve_same_person
from ccus.domain.workers.models import SamePersonProposal
from ccus.domain.workers.terms import Same
from ccus.foundation.clock import day_of


@transaction.atomic
def approve_compared(*, proposal: SamePersonProposal, by: Actor, at: datetime) -> None:
    """提案の承認: a merge only after this officer has looked at both today (SAME-03, EYES-10).

    Raises `NotCompared`, and what `approve_same_person` refuses.
    """
    require_duty(by, Duty.REVIEW)
    if proposal.kind == Same.MERGE and proposal.proposed_by != str(by):
        both = {proposal.worker_id, proposal.main_id}
        if not has_compared(by, both, purpose=Purpose.SAME_PERSON, on=day_of(at)):
            raise NotCompared
    approve_same_person(proposal=proposal, by=by, at=at)
