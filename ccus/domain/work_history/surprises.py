"""約束と違った記録の通知: the gate's screen had shown something better than what became of the tap (TAP-12)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import Site
from ccus.domain.work_history.models import TapSurprise
from ccus.domain.work_history.terms import Reason
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import JST

_A_TURN = 500


@transaction.atomic
def tell_surprises(*, at: datetime) -> int:
    """Write the notices that are due, each once; a worker without an account is told by the site. Returns how many."""
    due = list(
        TapSurprise.objects.select_for_update(skip_locked=True)
        .filter(noticed_at=None)
        .order_by("at")[:_A_TURN]
    )
    accounts = dict(
        Worker.objects.filter(
            pk__in={surprise.worker for surprise in due}, account__isnull=False
        ).values_list("pk", "account_id")
    )
    sites = dict(Site.objects.filter(pk__in={surprise.place for surprise in due}).values_list("pk", "name"))
    for surprise in due:
        account = accounts.get(surprise.worker)
        if account is not None:
            _tell(surprise, account, sites.get(surprise.place, ""), at)
        TapSurprise.objects.filter(pk=surprise.pk).update(noticed_at=at)
    return len(due)


def _tell(surprise: TapSurprise, account: int, site: str, at: datetime) -> None:
    when, time = _moment(surprise)
    texts = [Reason(code).text for code in surprise.reasons]
    tell(
        account=account,
        text=Text.TAP_SURPRISE,
        source=f"tap:{surprise.reader}:{surprise.id}",
        at=at,
        when=when,
        time=time,
        site=site,
        reasons="\n".join(f"{text.sentence}{text.consequence}{text.mended_by}" for text in texts),
    )


def _moment(surprise: TapSurprise) -> tuple[str, str]:
    """Day and time as people say them; an impossible clock's are worth nothing, and may lie after the last year."""
    if Reason.CLOCK_IMPOSSIBLE in surprise.reasons:
        return "時計の合っていない端末", ""
    local = surprise.at.astimezone(JST)
    return f"{local.month}月{local.day}日", f"{local:%H:%M}に"
