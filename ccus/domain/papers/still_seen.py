"""まだ見てよいか: whether what was read of workers for a paper may be read at the download as well (PAPER-09)."""

from datetime import datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.policies import relations
from ccus.domain.disclosure.switches import granted
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.papers.models import PaperJob
from ccus.domain.sites.models import RosterLine
from ccus.foundation.clock import day_of
from ccus.foundation.refusals import Refusal


class NotSeenAnyMore(Refusal):
    """見られなくなった方がいる: somebody on the paper is not shown to its reader any more (PAPER-09)."""


def require_still_seen(job: PaperJob, by: Actor, *, at: datetime) -> None:
    """Refuse a paper on which somebody stands of whom less is shown today. A constant number of statements."""
    read = _read_for(job, by)
    today = day_of(at)
    related = relations(by, [worker for worker, _ in read], purpose=Purpose.PAPERS, on=today, at=at)
    shown = granted(related, on=today)
    if not all(shown.get(worker, frozenset()).issuperset(items) for worker, items in read):
        raise NotSeenAnyMore(
            "この書類を作ったあとで、のっている技能者の中に、情報を見られなくなった方がいます。"
            "もう一度作成してください。今見られる内容で作ります。"
        )


def _read_for(job: PaperJob, by: Actor) -> list[tuple[int, list[str]]]:
    """Worker and items of each trace that `by` left between asking and the end of the making."""
    workers = RosterLine.objects.filter(member__path__contains=[job.member_id]).values("worker")
    left = DisclosureTrace.objects.filter(
        worker__in=workers,
        actor_kind=by.kind,
        actor_id=by.id,
        purpose=Purpose.PAPERS,
        at__range=(job.asked_at, job.finished_at),
    )
    return list(left.values_list("worker", "items"))
