"""押した回数: how often somebody entered days of one person lately, so that nobody floods a company (CLAIM-40)."""

from datetime import datetime, timedelta

from ccus.domain.work_history.claims.own_ids import ids_of
from ccus.domain.work_history.models import DayClaim, OwnSite
from ccus.foundation.refusals import Refusal

MOST_PRESSES = 100
"""一人について24時間に押せる回数 (CLAIM-40)."""
_WINDOW = timedelta(hours=24)


class TooManyPresses(Refusal):
    """押しすぎ: too many presses about one person within 24 hours (CLAIM-40)."""


def require_few_presses(worker: int, *, at: datetime) -> None:
    """Refuse a further press; what was withdrawn since counts too. Raises `TooManyPresses`."""
    lately = {"worker__in": ids_of(worker), "recorded_at__gt": at - _WINDOW}
    claims = DayClaim.objects.filter(**lately).values("recorded_at").distinct().count()
    if claims + OwnSite.objects.filter(**lately).count() >= MOST_PRESSES:
        raise TooManyPresses(
            f"この人の入力と変更が、24時間に{MOST_PRESSES}回になりました。今は入力できません。"
            "日をまとめて選ぶと、1回で入力できます。明日、もう一度お試しください。",
            "days",
        )
