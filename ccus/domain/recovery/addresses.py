"""宛先: which addresses are a worker's own, and where words about the account go (RESET-01, RESET-04)."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from ccus.domain.companies.models import CompanyLocation, CompanyResponsible, Seat
from ccus.domain.notices.actions import tell, write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.recovery.models import OwnContact
from ccus.domain.recovery.terms import Reach
from ccus.domain.workers.leaving import ids_of
from ccus.domain.workers.models import Affiliation, Worker
from ccus.domain.workers.reading import mail_of
from ccus.foundation.clock import JST, day_of
from ccus.foundation.japanese import date_words


def is_a_companys(worker: Worker, kind: str, address: str) -> bool:
    """Whether a company has registered the address, for itself or an account. A 一人親方's own company is no other."""
    return bool(_companies_with(worker, kind, address))


def is_an_employers(worker: Worker, kind: str, address: str) -> bool:
    """Whether one of them is or was the employer of an ID of the person: no stranger ends a proved address by
    registering it.
    """
    found = _companies_with(worker, kind, address)
    return Affiliation.objects.filter(worker__in=ids_of(worker.pk), company__in=found).exists()


def _companies_with(worker: Worker, kind: str, address: str) -> set[int]:
    people = CompanyResponsible.objects.filter(superseded_at=None)
    found: tuple[QuerySet[Any], ...]
    if kind == Reach.PHONE:
        places = CompanyLocation.objects.filter(superseded_at=None, phone=address)
        found = places, people.filter(phone=address)
    else:
        seats = Seat.objects.filter(closed_at=None, mail__iexact=address)
        found = seats, people.filter(mail__iexact=address)
    own = Seat.objects.filter(account=worker.account_id, closed_at=None).values("company")
    return {row for rows in found for row in rows.exclude(company__in=own).values_list("company", flat=True)}


def offers_phones() -> bool:
    """Whether a gateway carries mail to telephones (RESET-04)."""
    return bool(settings.SMS_MAIL_DOMAIN)


def mailbox_of(kind: str, address: str) -> str:
    """Where mail to an address goes; nothing for a telephone that no gateway reaches."""
    if kind != Reach.PHONE:
        return address
    return f"{address.removeprefix('+')}@{settings.SMS_MAIL_DOMAIN}" if offers_phones() else ""


def own_mailboxes(worker: Worker) -> list[str]:
    """本人の連絡先 that codes go to: proved, and no employer's since (RESET-01)."""
    standing = OwnContact.objects.filter(worker=worker, removed_at=None).order_by("kind", "place")
    reached = ((each.kind, each.address) for each in standing)
    return [
        mailbox
        for kind, address in reached
        if not is_an_employers(worker, kind, address) and (mailbox := mailbox_of(kind, address))
    ]


def end_own_contacts(workers: Collection[int], *, at: datetime) -> int:
    """本人の連絡先を終える, of some IDs (keys), as part of an act; returns how many (LEAVE-05)."""
    return OwnContact.objects.filter(worker__in=workers, removed_at=None).update(removed_at=at)


def tell_everywhere(*, worker: Worker, text: Text, source: str, at: datetime, **values: object) -> None:
    """知らせる: the account itself, every 本人の連絡先, and the registered 連絡先 (RESET-06, RESET-09)."""
    if worker.account_id is not None:
        tell(account=worker.account_id, text=text, source=source, at=at, **values)
    for to in dict.fromkeys(_mailboxes(worker, at)):
        write_mail(to=to, text=text, source=source, at=at, **values)


def _mailboxes(worker: Worker, at: datetime) -> Iterator[str]:
    yield from own_mailboxes(worker)
    yield mail_of(worker.pk, on=day_of(at))


def time_words(at: datetime) -> str:
    """2026年11月20日 12:00."""
    local = at.astimezone(JST)
    return f"{date_words(local.date())} {local:%H:%M}"
