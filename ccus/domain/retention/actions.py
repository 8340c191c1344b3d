"""夜の報告の行為."""

from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from ccus.domain.accounts.policies import require_system
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.retention.models import RetentionNight


@transaction.atomic
def note_night(*, night: RetentionNight, by: Actor, at: datetime) -> None:
    """夜の終わりを記録する, with numbers of rows alone (KEEP-07). By the system. Raises `NotAllowed`."""
    require_system(by)
    RetentionNight.objects.filter(pk=night.pk, finished_at=None).update(finished_at=at)
    sums = night.lines.aggregate(rows=Sum("rows"), failed=Sum("failed"))
    record(
        act=Act.RETENTION_CARRIED_OUT,
        by=by,
        at=at,
        subject=("retention_night", night.pk),
        rows=sums["rows"] or 0,
        failed=sums["failed"] or 0,
    )
