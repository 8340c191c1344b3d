"""お問い合わせを読む: the record that an officer opened (OFFICE-06)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from ccus.domain.applications.enquiring import in_words
from ccus.domain.applications.models import Application, Enquiry
from ccus.domain.applications.reading.shown import WITH, ApplicationShown, shown
from ccus.domain.applications.terms import CLOSED, ApplicationKind, EnquiryReason, State
from ccus.domain.audit.terms import Actor

OPEN_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class EnquiryShown:
    """お問い合わせ: about whom and why; `why` is what the worker reads."""

    id: int
    worker: int
    why: str
    at: datetime


def enquiry_of(officer: Actor, enquiry: int, *, at: datetime) -> EnquiryShown | None:
    """The officer's own enquiry of the last hour; None for anybody else's, or later."""
    own = Enquiry.objects.filter(pk=enquiry, officer=officer.id, at__gt=at - OPEN_FOR)
    row = own.values_list("pk", "worker", "reason", "note", "at").first()
    return EnquiryShown(row[0], row[1], in_words(EnquiryReason(row[2]), row[3]), row[4]) if row else None


def reissue_under_way(worker: int) -> ApplicationShown | None:
    """進んでいる再発行, submitted and not over: a caller is told of it, and none is filed beside it (CARD-24)."""
    of_worker = Application.objects.filter(worker=worker, kind=ApplicationKind.REISSUE)
    found = of_worker.exclude(state__in=[*CLOSED, State.DRAFT]).select_related(*WITH)[:1]
    return next(iter(shown(list(found), for_office=False)), None)
