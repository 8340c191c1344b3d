"""答える: what was asked without a sign-in, judged afterwards by a job: no answer's time says anything (RESET-02)."""

import logging
from collections.abc import Callable
from datetime import datetime
from itertools import takewhile
from typing import TypeVar

from django.db import OperationalError, transaction
from django.db.models import QuerySet

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.recovery.actions.codes import answer_code
from ccus.domain.recovery.actions.requests import judge_request
from ccus.domain.recovery.models import Code, ResetRequest

Row = TypeVar("Row", Code, ResetRequest)

_log = logging.getLogger(__name__)
_A_TURN = 500


def answer_waiting(*, at: datetime) -> int:
    """Codes to send and requests to judge, oldest first, each in a transaction of its own. Returns how many."""
    return _as_long_as(_next_code, at) + _as_long_as(_next_request, at)


def _as_long_as(answer: Callable[[datetime], bool], at: datetime) -> int:
    return sum(takewhile(bool, (answer(at) for _ in range(_A_TURN))))


@transaction.atomic
def _next_code(at: datetime) -> bool:
    code = _locked(Code.objects.filter(answered_at=None))
    if code is not None and not _done(lambda: answer_code(code=code, by=SYSTEM, at=at)):
        Code.objects.filter(pk=code.pk).update(answered_at=at)
    return code is not None


@transaction.atomic
def _next_request(at: datetime) -> bool:
    request = _locked(ResetRequest.objects.filter(judged_at=None))
    if request is not None and not _done(lambda: judge_request(request=request, by=SYSTEM, at=at)):
        ResetRequest.objects.filter(pk=request.pk).update(judged_at=at)
    return request is not None


def _locked(waiting: QuerySet[Row]) -> Row | None:
    """The oldest that nobody else answers at this moment."""
    return waiting.select_for_update(skip_locked=True, of=("self",)).order_by("pk").first()


def _done(act: Callable[[], object]) -> bool:
    """Whether an act came to its end. One that cannot be is laid aside: whoever waits behind it is answered."""
    try:
        with transaction.atomic():
            act()
    except OperationalError:  # the line, not the words: tried again in a minute
        raise
    except Exception:  # noqa: BLE001 - what somebody typed stops nobody else, whatever it was
        _log.exception("what was asked without a sign-in could not be answered")
        return False
    return True
