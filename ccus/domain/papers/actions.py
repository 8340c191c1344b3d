"""長い書類の行為: asked for by somebody, delivered or given up by the job (PAPER-08 to PAPER-10)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.papers.asking import length, whom
from ccus.domain.papers.jobs import LOST_AFTER, account_of
from ccus.domain.papers.models import PaperJob
from ccus.domain.papers.terms import KEPT_HOURS, PaperKind
from ccus.domain.papers.values import Asked
from ccus.domain.sites.policies import name_at
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.refusals import Refusal

TASK = "make_paper"
"""The job that makes what was asked for; `ccus.jobs` knows it by this name."""
MOST_AT_A_TIME = 5
"""Long papers in the making for one account; others wait for the same workers (PAPER-10)."""


class TooManyPapers(Refusal):
    """作成中の書類が多すぎる (PAPER-10)."""


@transaction.atomic
def ask_for_paper(*, asked: Asked, by: Actor, at: datetime) -> UUID:
    """書類の作成を頼む: a job begins with this transaction's commit; the same paper in the making is that one.

    Returns the key of what is made. Raises `NotAllowed`, `NoSuchPaper`, `NotThereThatDay`, `TooManyPapers`.
    """
    whom(asked, by, at)
    one_at_a_time("papers", by)
    unfinished = PaperJob.objects.filter(asked_by=str(by), finished_at=None)
    same = unfinished.filter(
        member=asked.member,
        kind=asked.kind,
        file_kind=asked.file_kind,
        day=asked.day,
        has_below=asked.has_below,
    )
    open_one = same.first()
    if open_one is not None and open_one.asked_at > at - LOST_AFTER:
        return open_one.key
    same.update(finished_at=at, failed="途中で止まりました。もう一度作成してください。")
    if unfinished.filter(asked_at__gt=at - LOST_AFTER).count() >= MOST_AT_A_TIME:
        raise TooManyPapers(
            f"作成中の書類が{MOST_AT_A_TIME}件あります。どれかができてから、もう一度作成してください。"
        )
    job = PaperJob.objects.create(
        member_id=asked.member,
        kind=asked.kind,
        file_kind=asked.file_kind,
        day=asked.day,
        has_below=asked.has_below,
        asked_by=str(by),
        asked_at=at,
        total=length(asked),
        expires_at=at + timedelta(hours=KEPT_HOURS),
    )
    job.refresh_from_db(fields=["key"])
    record(act=Act.PAPER_ASKED, by=by, at=at, subject=("paper_job", job.pk), kind=asked.kind)
    app.configure_task(TASK).defer(key=str(job.key))
    return job.key


@transaction.atomic
def deliver_paper(*, key: UUID, content: bytes, by: Actor, at: datetime) -> None:
    """書類を渡す: what was asked for is there, and whoever asked is told; nothing where it was given up meanwhile."""
    if not PaperJob.objects.filter(key=key, finished_at=None).update(content=content, finished_at=at):
        return
    _finish(key, Act.PAPER_DELIVERED, Text.PAPER_READY, by=by, at=at)


@transaction.atomic
def give_up_paper(*, key: UUID, sentence: str, by: Actor, at: datetime) -> None:
    """書類をあきらめる: it cannot be made, and whoever asked is told why; nothing where it is there (PAPER-10)."""
    if not PaperJob.objects.filter(key=key, finished_at=None).update(failed=sentence[:200], finished_at=at):
        return
    _finish(key, Act.PAPER_GIVEN_UP, Text.PAPER_FAILED, by=by, at=at, reason=sentence)


def _finish(key: UUID, act: Act, text: Text, *, by: Actor, at: datetime, **values: str) -> None:
    job = PaperJob.objects.select_related("member__site", "member__company").defer("content").get(key=key)
    record(act=act, by=by, at=at, subject=("paper_job", job.pk), kind=job.kind)
    account = account_of(job.asked_by)
    if account is not None:
        names = {
            "paper": PaperKind(job.kind).label,
            "site": job.member.site.name,
            "firm": name_at(job.member),
        }
        tell(account=account, text=text, source=f"paper_job:{job.pk}", at=at, **names, **values)
