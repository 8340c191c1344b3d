"""通知の行為: writing to somebody, the addressee's "read", announcements."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.notices.letters import put_in_outbox
from ccus.domain.notices.models import Announcement, Notice
from ccus.domain.notices.policies import AnnouncementClosed, require_announceable
from ccus.domain.notices.texts import Text

LONGEST_TITLE = 120


def notify(*, account: int, kind: str, title: str, body: str, source: str, at: datetime) -> None:
    """本人宛の通知を書く, as part of the act that has something to tell; once for one `source` (PORTAL-07).

    A title that a long name makes too long is cut; the body says it whole.
    """
    Notice.objects.bulk_create(
        [Notice(account_id=account, at=at, kind=kind, title=_cut(title), body=body, source=source)],
        ignore_conflicts=True,
    )


def tell(*, account: int, text: Text, source: str, at: datetime, **values: object) -> None:
    """本人宛の通知を書く, in the words of a text (NOTE-01); once for one `source`."""
    written = text.written(**({"portal": settings.PUBLIC_URL} | values))
    notify(account=account, kind=written.kind, title=written.title, body=written.body, source=source, at=at)


def tell_each(*, text: Text, at: datetime, told: Iterable[tuple[int, str, Mapping[str, object]]]) -> None:
    """`tell` for many: (account, source, values) of each, in one statement."""
    rows = []
    for account, source, values in told:
        said = text.written(**{"portal": settings.PUBLIC_URL, **values})
        rows.append(
            Notice(
                account_id=account,
                at=at,
                kind=said.kind,
                title=_cut(said.title),
                body=said.body,
                source=source,
            )
        )
    Notice.objects.bulk_create(rows, ignore_conflicts=True)


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def write_mail(*, to: str, text: Text, source: str, at: datetime, **values: object) -> None:
    """メールを書く, as part of an act, once for one address and `source` (NOTE-03); nothing where `to` is empty.

    Raises `AddressWrong`, `SubjectWrong` (NOTE-06), KeyError for a value that the text needs.
    """
    put_in_outbox(to=to, text=text, source=source, at=at, values=values)


@transaction.atomic
def mark_read(*, account: int, notices: list[int], by: Actor, at: datetime) -> int:
    """通知を既読にする: those of the account that were unread. Returns how many changed."""
    unread = Notice.objects.filter(account=account, pk__in=notices, read_at=None)
    changed = unread.update(read_at=at)
    if changed:
        record(act=Act.NOTICE_READ, by=by, at=at, subject=("account", account), notices=changed)
    return changed


@transaction.atomic
def announce(
    *, title: str, body: str, from_on: date, until_on: date | None = None, by: Actor, at: datetime
) -> Announcement:
    """お知らせをのせる, by the office, from a day on; `until_on` is the day after the last (NOTE-07).

    Raises `AnnouncementWrong`.
    """
    require_duty(by, Duty.ANNOUNCE)
    plain = require_announceable(title, body, from_on, until_on)
    announcement = Announcement.objects.create(
        title=plain.title,
        body=plain.body,
        from_on=from_on,
        until_on=until_on,
        recorded_at=at,
        recorded_by=str(by),
    )
    record(act=Act.ANNOUNCED, by=by, at=at, subject=("announcement", announcement.pk))
    return announcement


@transaction.atomic
def withdraw_announcement(*, announcement: int, by: Actor, at: datetime) -> None:
    """お知らせを下げる, once, by the office (NOTE-07). Raises `AnnouncementClosed`."""
    require_duty(by, Duty.ANNOUNCE)
    shown = Announcement.objects.filter(pk=announcement, withdrawn_at__isnull=True)
    if not shown.update(withdrawn_at=at):
        raise AnnouncementClosed(
            "このお知らせは、すでに下げられているか、ありません。一覧を開き直して、確かめてください。"
        )
    record(act=Act.ANNOUNCEMENT_WITHDRAWN, by=by, at=at, subject=("announcement", announcement))
