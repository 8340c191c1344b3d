"""通知の行為: writing one to an account, and the addressee's "read"."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.notices.models import Notice


def notify(*, account: int, kind: str, title: str, body: str, source: str, at: datetime) -> None:
    """本人宛の通知を書く, as part of the act that has something to tell; once for one `source` (PORTAL-07)."""
    Notice.objects.bulk_create(
        [Notice(account_id=account, at=at, kind=kind, title=title, body=body, source=source)],
        ignore_conflicts=True,
    )


@transaction.atomic
def mark_read(*, account: int, notices: list[int], by: Actor, at: datetime) -> int:
    """通知を既読にする: those of the account that were unread. Returns how many changed."""
    unread = Notice.objects.filter(account=account, pk__in=notices, read_at=None)
    changed = unread.update(read_at=at)
    if changed:
        record(act=Act.NOTICE_READ, by=by, at=at, subject=("account", account), notices=changed)
    return changed
