"""復旧を読む: what the pages of getting back in show, and to whom a key belongs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q

from ccus.domain.recovery import digests, policies, rules
from ccus.domain.recovery.addresses import is_an_employers
from ccus.domain.recovery.judging import count_wrong
from ccus.domain.recovery.models import Code, OwnContact, ResetRequest
from ccus.domain.recovery.terms import Ending, Means, Reach
from ccus.domain.workers.models import Worker

_SHOWN_AFTER_END = timedelta(days=30)
_MOST = 200


@dataclass(frozen=True, slots=True)
class Owner:
    """持ち主: whose password is made new."""

    worker: int
    account: int
    number: str
    birth_on: date


@dataclass(frozen=True, slots=True)
class ContactShown:
    """本人の連絡先 on the owner's page; `is_used` False where an employer has registered it since (RESET-01)."""

    key: UUID
    label: str
    address: str
    confirmed_at: datetime
    is_used: bool


@dataclass(frozen=True, slots=True)
class OpenReset:
    """開いている申し込み, as the owner's devices show it (RESET-06)."""

    stop_key: UUID
    opened_at: datetime
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class RequestShown:
    """申し込み, as the office sees it; never its 受付番号, which the worker says (RESET-07)."""

    key: UUID
    worker: int
    number: str
    opened_at: datetime
    confirmable_at: datetime
    confirmed_at: datetime | None
    confirmed_by: str
    means: str
    words: str
    ended_at: datetime | None
    ending: str
    wrong: int

    @property
    def choose_until(self) -> datetime | None:
        """Until when the worker may choose a new password, once confirmed (RESET-07)."""
        return self.confirmed_at + rules.OPEN_FOR_CHOOSING if self.confirmed_at else None

    @property
    def ending_label(self) -> str:
        """How it ended, in words."""
        return Ending(self.ending).label if self.ending else ""

    @property
    def means_label(self) -> str:
        """How the office made sure, in words."""
        return Means(self.means).label if self.means else ""

    @property
    def is_stopped(self) -> bool:
        """Whether somebody said that it was not the owner's (RESET-10)."""
        return self.ending in {Ending.STOPPED, Ending.REFUSED, Ending.TRIES}


@dataclass(frozen=True, slots=True)
class ResetsWaiting:
    """待っている申し込みの数: those that may be confirmed now, and those whose day is not over (RESET-06)."""

    confirmable: int
    too_young: int


def resets_waiting(*, at: datetime) -> ResetsWaiting:
    """待っている申し込みの数 for the office. One statement."""
    open_ones = ResetRequest.objects.filter(worker__isnull=False, ended_at=None, confirmed_at=None)
    is_old = Q(opened_at__lte=at - rules.WAIT)
    found = open_ones.aggregate(old=Count("pk", filter=is_old), young=Count("pk", filter=~is_old))
    return ResetsWaiting(found["old"], found["young"])


def contacts_of(worker: int) -> tuple[ContactShown, ...]:
    """本人の連絡先, mails first."""
    person = Worker.objects.get(pk=worker)
    standing = OwnContact.objects.filter(worker=worker, removed_at=None).order_by("kind", "place")
    return tuple(
        ContactShown(
            each.key,
            Reach(each.kind).label,
            each.address,
            each.confirmed_at,
            not is_an_employers(person, each.kind, each.address),
        )
        for each in standing
    )


def contact_of(worker: int, key: UUID) -> OwnContact | None:
    """One own address of a worker, for acts on it."""
    found = OwnContact.objects.filter(worker=worker, key=key, removed_at=None).select_related("worker")
    return found.first()


def code_for(key: UUID, *, worker: int | None = None) -> Code | None:
    """The code that a browser asked for; with `worker` one for an own address of that worker."""
    found = Code.objects.filter(key=key)
    return (found.filter(kind="") if worker is None else found.filter(worker=worker).exclude(kind="")).first()


def owner_of(code_or_request: Code | ResetRequest) -> Owner | None:
    """Whose password a code or a request makes new; None where it is nobody's."""
    worker = code_or_request.worker
    if worker is None or worker.account_id is None:
        return None
    return Owner(worker.pk, worker.account_id, worker.number, worker.birth_on)


def choosable(*, ticket: str, phrase: str, at: datetime) -> ResetRequest | None:
    """The request that 受付番号 and 合言葉 open now; a wrong 合言葉 counts (RESET-07, RESET-08)."""
    request = ResetRequest.objects.filter(ticket=ticket).first()
    digest = digests.of_phrase(ticket, phrase)
    if request is None:
        return None
    if not digests.is_same(request.phrase, digest):
        count_wrong(request, at=at)
        return None
    return request if policies.can_choose(request, at=at) else None


def request_to_stop(stop_key: UUID) -> ResetRequest | None:
    """The request that a link stops; opened rightly, whether it is over or not."""
    return (
        ResetRequest.objects.filter(stop_key=stop_key, worker__isnull=False).select_related("worker").first()
    )


def open_reset_of(account: int) -> OpenReset | None:
    """開いている申し込み of an account. One statement."""
    found = ResetRequest.objects.filter(worker__account=account, ended_at=None)
    row = found.values_list("stop_key", "opened_at", "confirmed_at").first()
    return OpenReset(row[0], row[1], row[2] is not None) if row else None


def requests_for_office(*, at: datetime) -> Sequence[RequestShown]:
    """Requests that were opened rightly: open ones, oldest first, then those that ended within 30 days."""
    found = ResetRequest.objects.filter(worker__isnull=False)
    standing = found.filter(ended_at=None).order_by("opened_at", "pk")[:_MOST]
    over = found.filter(ended_at__gte=at - _SHOWN_AFTER_END).order_by("-ended_at", "-pk")[:_MOST]
    return [_shown(each) for each in (*standing, *over)]


def request_row(key: UUID, *, at: datetime) -> ResetRequest | None:
    """A request that was opened rightly, for the office; none that ended more than 30 days ago."""
    lately = Q(ended_at=None) | Q(ended_at__gte=at - _SHOWN_AFTER_END)
    found = ResetRequest.objects.filter(lately, key=key, worker__isnull=False)
    return found.select_related("worker").first()


def request_shown(request: ResetRequest) -> RequestShown:
    """One request, for an officer."""
    return _shown(request)


def _shown(each: ResetRequest) -> RequestShown:
    return RequestShown(
        key=each.key,
        worker=each.worker_id or 0,
        number=each.number,
        opened_at=each.opened_at,
        confirmable_at=each.opened_at + rules.WAIT,
        confirmed_at=each.confirmed_at,
        confirmed_by=each.confirmed_by,
        means=each.means,
        words=each.words,
        ended_at=each.ended_at,
        ending=each.ending,
        wrong=each.wrong,
    )
