"""本人宛の通知とお知らせを読む."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from ccus.domain.notices.models import Announcement, Notice
from ccus.domain.notices.terms import label_of
from ccus.foundation import clock


@dataclass(frozen=True, slots=True)
class ReceivedNotice:
    """届いた通知; `read_at` is None until the addressee says that it was read."""

    id: int
    at: datetime
    kind: str
    title: str
    body: str
    read_at: datetime | None

    @property
    def label(self) -> str:
        """The kind as a word."""
        return label_of(self.kind)


def newest(account: int, *, limit: int, start: int = 0) -> tuple[ReceivedNotice, ...]:
    """The newest notices of an account, newest first."""
    found = Notice.objects.filter(account=account).order_by("-at", "-pk")[start : start + limit]
    return tuple(
        ReceivedNotice(*row) for row in found.values_list("pk", "at", "kind", "title", "body", "read_at")
    )


def unread_count(account: int) -> int:
    """未読の件数."""
    return Notice.objects.filter(account=account, read_at=None).count()


@dataclass(frozen=True, slots=True)
class AnnouncementShown:
    """ホームページのお知らせ; `until_on` is the day after the last."""

    id: int
    title: str
    body: str
    from_on: date
    until_on: date | None
    withdrawn_at: datetime | None


def announcements(on: date, limit: int, start: int = 0) -> tuple[AnnouncementShown, ...]:
    """お知らせ that the homepage shows on a day, newest first (NOTE-07)."""
    return _shown(_public(on).order_by("-from_on", "-pk")[start : start + limit])


def announcement(id: int, on: date | None = None) -> AnnouncementShown | None:  # noqa: A002 - as its row says
    """One お知らせ as the homepage shows it on a day, today if none is named; None if it does not."""
    found = _shown(_public(on or clock.today()).filter(pk=id))
    return found[0] if found else None


def all_announcements(limit: int, start: int = 0) -> tuple[AnnouncementShown, ...]:
    """Everything that was announced, planned and withdrawn ones too, for the office; newest first."""
    return _shown(Announcement.objects.order_by("-from_on", "-pk")[start : start + limit])


def _public(on: date) -> QuerySet[Announcement]:
    not_over = Q(until_on__isnull=True) | Q(until_on__gt=on)
    return Announcement.objects.filter(not_over, from_on__lte=on, withdrawn_at__isnull=True)


def _shown(found: QuerySet[Announcement]) -> tuple[AnnouncementShown, ...]:
    columns = ("pk", "title", "body", "from_on", "until_on", "withdrawn_at")
    return tuple(AnnouncementShown(*row) for row in found.values_list(*columns))
