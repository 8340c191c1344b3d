"""時計の行為: a case that waits for the asker for 14 days is 済み (DESK-09)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.desk.messages import tell_asker
from ccus.domain.desk.models import DeskCase
from ccus.domain.desk.moving import move, one_by_one
from ccus.domain.desk.rules import SILENT_FOR
from ccus.domain.desk.terms import Move, State
from ccus.domain.notices.texts import Text


@transaction.atomic
def lapse_silent(*, by: Actor, at: datetime) -> bool:
    """返事のないものを終える: the oldest one, and the asker is told. Returns whether there was one; call it again."""
    require_duty(by, Duty.CONTACT)
    silent = DeskCase.objects.filter(state=State.WAITING, moved_at__lte=at - SILENT_FOR, closed_at=None)
    oldest = silent.order_by("moved_at", "pk").first()
    if oldest is None:
        return False
    fresh = one_by_one(oldest)
    if fresh.state != State.WAITING or fresh.moved_at > at - SILENT_FOR:
        return True
    move(fresh, Move.LAPSE, holder=fresh.taken_by, by=by, at=at)
    record(act=Act.DESK_CASE_LAPSED, by=by, at=at, subject=("desk_case", fresh.pk))
    tell_asker(fresh, Text.DESK_LAPSED, at=at)
    return True
