"""許可の数: how many officers have released a preview, and how many more are needed (FIX-08)."""

from django.db.models import Q, QuerySet, Sum

from ccus.domain.accounts.officers import holders_among
from ccus.domain.accounts.terms import Duty
from ccus.domain.corrections.models import ChangePreview, PreviewLine
from ccus.domain.corrections.rules import TOGETHER, releases_needed
from ccus.domain.corrections.terms import LineKind


def needed_for(preview: ChangePreview) -> int:
    """何人の許可がいるか: what the same officer had released of the same 区分 lately counts with it. Two statements."""
    together = _together(preview)
    rows = together.aggregate(rows=Sum("total"))["rows"]
    gained = PreviewLine.objects.filter(preview__in=together, kind=LineKind.GAINED)
    pairs = gained.order_by().values("company", "worker").distinct().count()
    return releases_needed(rows, pairs)


def still_needed(preview: ChangePreview) -> int:
    """あと何人の許可がいるか; whoever is no officer of the duty any more has released nothing. Four statements."""
    said = preview.releases.values_list("released_by", flat=True)
    return max(0, needed_for(preview) - len(holders_among(said, Duty.CORRECT)))


def _together(preview: ChangePreview) -> "QuerySet[ChangePreview]":
    own = preview.change_set
    lately = Q(released_at__gt=preview.asked_at - TOGETHER, void_at=None)
    of_the_same = ChangePreview.objects.filter(
        change_set__written_by=own.written_by, change_set__side=own.side, change_set__block=own.block
    )
    return of_the_same.filter(Q(pk=preview.pk) | lately)
