"""見きわめ: whether what somebody typed was right, and what wrong tries do (RESET-08)."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from ccus.domain.cards.models import Card
from ccus.domain.recovery import digests, rules
from ccus.domain.recovery.models import Code, ResetRequest
from ccus.domain.recovery.policies import is_good
from ccus.domain.recovery.terms import Ending
from ccus.domain.workers.leaving import still_here
from ccus.domain.workers.models import Worker
from ccus.foundation.constraints import one_at_a_time


def opened_rightly(request: ResetRequest, *, at: datetime) -> Worker | None:
    """Whose request it is: opened rightly, and none is open already. A wrong one counts against the open one."""
    one_at_a_time("reset_request", request.number)
    lapse(at=at, number=request.number)
    worker = Worker.objects.filter(
        still_here(), account__login_id=request.number, account__closed_at=None
    ).first()
    if worker is None:
        return None
    standing = ResetRequest.objects.filter(worker=worker, ended_at=None).first()
    if not _is_proved(request, worker):
        if standing is not None:
            count_wrong(standing, at=at)
        return None
    return worker if standing is None else None


def count_wrong(request: ResetRequest, *, at: datetime) -> None:
    """まちがいを数える: the tenth closes an open request (RESET-08)."""
    standing = ResetRequest.objects.filter(pk=request.pk, ended_at=None, worker__isnull=False)
    standing.update(wrong=F("wrong") + 1)
    standing.filter(wrong__gte=rules.MOST_WRONG_TRIES).update(ended_at=at, ending=Ending.TRIES)


@transaction.atomic
def is_right_code(code: Code, typed: str, *, at: datetime) -> bool | None:
    """確認番号を確かめる: True once; False counts; None where none is good any more (RESET-03)."""
    held = Code.objects.select_for_update().get(pk=code.pk)
    is_same = digests.is_same(held.digest, digests.of_code(held.key, typed))
    if not is_good(held, at=at) or held.proved_at is not None:
        return None
    if is_same:
        Code.objects.filter(pk=held.pk).update(proved_at=at)
    else:
        Code.objects.filter(pk=held.pk).update(wrong=F("wrong") + 1)
    return is_same


def lapse(*, at: datetime, number: str | None = None) -> int:
    """期限の過ぎた申し込みを終える: not confirmed within 14 days, not used within 7 (RESET-07)."""
    standing = ResetRequest.objects.filter(ended_at=None, worker__isnull=False)
    if number is not None:
        standing = standing.filter(number=number)
    unconfirmed = standing.filter(confirmed_at=None, opened_at__lte=at - rules.OPEN_FOR_CONFIRMING)
    unused = standing.filter(confirmed_at__lte=at - rules.OPEN_FOR_CHOOSING)
    return sum(late.update(ended_at=at, ending=Ending.LAPSED) for late in (unconfirmed, unused))


def _is_proved(request: ResetRequest, worker: Worker) -> bool:
    card = Card.objects.filter(worker=worker, revocation=None).order_by("-serial").first()
    security_code = card.security_code if card else ""
    registered = digests.of_proof(request.number, security_code, worker.birth_on)
    return digests.is_same(registered, request.proof) and card is not None
