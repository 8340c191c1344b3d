"""忘れる: images that nobody handed in (EVID-10)."""

from datetime import datetime

from ccus.domain.evidence import rules
from ccus.domain.evidence.models import Evidence

_A_TURN = 500


def forget_unkept(*, at: datetime) -> int:
    """Delete what was uploaded too long ago and never handed in, some at a time. Returns how many went."""
    old = Evidence.objects.filter(kept_at__isnull=True, uploaded_at__lt=at - rules.FORGOTTEN_AFTER)
    some = list(old.order_by("pk").values_list("pk", flat=True)[:_A_TURN])
    return old.filter(pk__in=some).delete()[0]
