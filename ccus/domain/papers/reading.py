"""帳票を読む: the papers of a site that an account may have, and those that a job makes for it (PAPER-02, PAPER-09)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ccus.domain.audit.terms import Actor
from ccus.domain.papers.models import PaperJob
from ccus.domain.papers.policies import require_paper, tops
from ccus.domain.papers.still_seen import require_still_seen
from ccus.domain.papers.structure import spots_of
from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.domain.papers.values import Spot
from ccus.domain.sites.models import Site
from ccus.domain.sites.policies import name_at
from ccus.foundation.clock import day_of


@dataclass(frozen=True, slots=True)
class SiteWithPapers:
    """現場の書類: a site, and the spots of its structure on a day whose papers an account may have."""

    number: str
    name: str
    spots: tuple[Spot, ...]

    def spot(self, key: str) -> Spot | None:
        """A spot by its public key; None for one that is not there."""
        return next((spot for spot in self.spots if spot.key == key), None)


@dataclass(frozen=True, slots=True)
class JobShown:
    """作成中・作成済みの書類, as its page shows it."""

    key: UUID
    kind: PaperKind
    file_kind: FileKind
    site_number: str
    site_name: str
    firm: str
    day: date
    asked_at: datetime
    expires_at: datetime
    done: int
    total: int
    is_finished: bool
    failed: str

    @property
    def is_ready(self) -> bool:
        """Whether it can be fetched."""
        return self.is_finished and not self.failed

    @property
    def is_laid_out(self) -> bool:
        """Whether everything is read, and the sheets are being laid out."""
        return not self.is_finished and self.total > 0 and self.done >= self.total


def papers_of(by: Actor, number: str, day: date, *, today: date) -> SiteWithPapers | None:
    """A site with the spots whose papers are for `by`; None where there is none. A constant number of statements."""
    site = Site.objects.filter(number=number).first()
    begins = tops(by, site, today) if site is not None else frozenset()
    if site is None or not begins:
        return None
    spots = tuple(spot for spot in spots_of(site.pk, day) if not begins.isdisjoint(spot.path))
    return SiteWithPapers(site.number, site.name, spots)


def job_of(by: Actor, key: UUID, *, at: datetime) -> JobShown | None:
    """A paper that `by` asked for and that is not erased; None for everybody else."""
    return next(iter(_jobs(by, at, key=key)), None)


def jobs_of(by: Actor, *, at: datetime) -> tuple[JobShown, ...]:
    """The papers that `by` asked for in the last 24 hours, newest first."""
    return tuple(_jobs(by, at))


def content_of(by: Actor, key: UUID, *, at: datetime) -> bytes | None:
    """The paper, if it is there, was asked for by `by`, and is still for `by` (PAPER-09).

    Raises `NotAllowed`, `NotSeenAnyMore`.
    """
    mine = PaperJob.objects.filter(key=key, asked_by=str(by), expires_at__gt=at, content__isnull=False)
    job = mine.select_related("member__site").first()
    if job is None or job.content is None:
        return None
    require_paper(by, job.member, PaperKind(job.kind), day_of(at))
    require_still_seen(job, by, at=at)
    return bytes(job.content)


def _jobs(by: Actor, at: datetime, **which: object) -> list[JobShown]:
    jobs = PaperJob.objects.filter(asked_by=str(by), expires_at__gt=at, **which).defer("content")
    return [
        JobShown(
            key=job.key,
            kind=PaperKind(job.kind),
            file_kind=FileKind(job.file_kind),
            site_number=job.member.site.number,
            site_name=job.member.site.name,
            firm=name_at(job.member),
            day=job.day,
            asked_at=job.asked_at,
            expires_at=job.expires_at,
            done=job.done,
            total=job.total or 0,
            is_finished=job.finished_at is not None,
            failed=job.failed,
        )
        for job in jobs.select_related("member__site", "member__company").order_by("-asked_at", "-pk")
    ]
