"""許可の数: how many officers have released a preview, and how many more are needed (FIX-08)."""

from ccus.domain.corrections.models import ChangePreview, PreviewLine
from ccus.domain.corrections.rules import releases_needed
from ccus.domain.corrections.terms import LineKind


def needed_for(preview: ChangePreview) -> int:
    """何人の許可がいるか; one statement."""
    gained = PreviewLine.objects.filter(preview=preview, kind=LineKind.GAINED)
    pairs = gained.order_by().values("company", "worker").distinct().count()
    return releases_needed(preview.total, pairs)


def still_needed(preview: ChangePreview) -> int:
    """あと何人の許可がいるか; two statements."""
    return max(0, needed_for(preview) - preview.releases.count())
