"""承認の期限の知らせ: seven and two days before days lapse, one message to each prime (CLAIM-35)."""

from datetime import datetime, timedelta

from django.db.models import Count

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.terms import Power
from ccus.domain.notices.texts import Text
from ccus.domain.work_history.claim_terms import Party
from ccus.domain.work_history.models import DayAsk
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

BEFORE = (7, 2)
"""何日前に知らせるか, the first reminder first."""


def remind_of_waiting(*, at: datetime) -> int:
    """Tell each prime with days that lapse soon how many there are; returns how many companies were found.

    A company hears it once for each deadline and reminder, however often and late the job runs.
    """
    waiting = DayAsk.objects.filter(
        party=Party.PRIME, answer=None, due_at__gt=at, due_at__lte=at + timedelta(days=BEFORE[0])
    )
    found = list(waiting.values_list("company", "due_at").annotate(days=Count("pk")).order_by("company"))
    for company, due_at, days in found:
        reminder = min(before for before in BEFORE if due_at - at <= timedelta(days=before))
        tell_company(
            company,
            text=Text.CLAIMS_DUE,
            source=f"claims-due:{company}:{day_of(due_at)}:{reminder}",
            at=at,
            power=Power.APPROVE_RECORDS,
            count=days,
            days=(day_of(due_at) - day_of(at)).days - 1,
            last_on=day_of(due_at) - ONE_DAY,
        )
    return len(found)
