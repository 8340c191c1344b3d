"""本人宛の通知を読む."""

from dataclasses import dataclass
from datetime import datetime

from ccus.domain.notices.models import Notice
from ccus.domain.notices.terms import label_of


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
