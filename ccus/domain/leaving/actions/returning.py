"""再登録: back to the same ID (LEAVE-05)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.actions import reissue_password
from ccus.domain.accounts.models import User
from ccus.domain.accounts.officers import require_two
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.actions.issue import issue_card
from ccus.domain.cards.addresses import SendTo
from ccus.domain.fees.actions import charge
from ccus.domain.fees.terms import FeeKind
from ccus.domain.leaving.policies import require_returnable
from ccus.domain.notices.texts import Text
from ccus.domain.recovery.addresses import end_own_contacts, tell_everywhere
from ccus.domain.recovery.terms import Means
from ccus.domain.workers.leaving import ids_of
from ccus.domain.workers.models import Withdrawal, Worker
from ccus.domain.workers.policies import as_actor
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.periods import ONE_DAY


@transaction.atomic
def let_return(
    *, number: str, means: Means, send_to: SendTo | None = None, by: Actor, at: datetime
) -> Worker:
    """再登録, by two officers of 本人確認 (EYES-02), the first of whom says how identity was confirmed (LEAVE-05).

    Of two at once one wins.

    The account opens again with an initial password that nobody has seen: the letter of the new card brings one
    (PRINT-06). Records, facts and serials go on. 本人の連絡先 of before are told and end. `send_to`:
    where the letter goes, the registered 連絡先 if nothing is said: it is as old as the leaving. Raises
    `NobodyLeft`, `TooLateToReturn`, and what `issue_card` refuses.
    """
    require_two(by, Duty.IDENTITY)
    one_at_a_time("returning", number)
    withdrawal = require_returnable(number, on=day_of(at))
    worker = withdrawal.worker
    one_at_a_time("card", worker.pk)
    left_together = Withdrawal.objects.filter(worker__in=ids_of(worker.pk), returned_at=None)
    left_together.update(returned_at=at, returned_by=str(by))
    _open_account(worker, by=by, at=at)
    card = issue_card(worker=worker, send_to=send_to, by=by, at=at)
    charge(kind=FeeKind.REISSUE, subject=f"return:{withdrawal.pk}", payer=str(as_actor(worker)), by=by, at=at)
    tell_everywhere(
        worker=worker,
        text=Text.RETURNED,
        source=f"return:{withdrawal.pk}",
        at=at,
        worker_number=worker.number,
    )
    end_own_contacts(ids_of(worker.pk), at=at)
    record(
        act=Act.WORKER_RETURNED,
        by=by,
        at=at,
        subject=("worker", worker.pk),
        affects=[Touched(worker=worker.pk, from_on=day_of(at) - ONE_DAY)],
        means=means.value,
        card=card.pk,
    )
    return worker


def _open_account(worker: Worker, *, by: Actor, at: datetime) -> None:
    if worker.account is not None:
        User.objects.filter(pk=worker.account.pk).update(closed_at=None)
        reissue_password(account=worker.account, by=by, at=at)
