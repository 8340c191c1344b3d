"""再設定の申し込みの行為 (RESET-05 to RESET-10)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from ccus.domain.accounts.officers import require_duty, require_two
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.notices.texts import Text
from ccus.domain.recovery import digests, policies, rules
from ccus.domain.recovery.addresses import tell_everywhere, time_words
from ccus.domain.recovery.judging import opened_rightly
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.recovery.replacing import replace
from ccus.domain.recovery.terms import Ending, Means
from ccus.domain.workers.models import Worker
from ccus.foundation.japanese import tidy
from ccus.foundation.numbering import drawn_again


@dataclass(frozen=True, slots=True)
class Asked:
    """受け付けた申し込み: the 合言葉 exists in clear only here."""

    request: ResetRequest
    phrase: str


@transaction.atomic
def ask_reset(*, number: str, proof: str, by: Actor, at: datetime) -> Asked:
    """再設定を申し込む: what was typed is kept as a digest; nobody looks whether it is right (RESET-05)."""
    if by.kind is ActorKind.OPERATOR:
        require_duty(by, Duty.IDENTITY)
    phrase = digests.new_phrase()

    def open_it() -> ResetRequest:
        ticket = digests.new_ticket()
        return ResetRequest.objects.create(
            ticket=ticket,
            phrase=digests.of_phrase(ticket, phrase),
            number=number,
            proof=proof,
            opened_at=at,
            opened_by=str(by) if by.kind is ActorKind.OPERATOR else "",
        )

    request = drawn_again(open_it)
    record(act=Act.RESET_ASKED, by=by, at=at, subject=("reset_request", request.pk))
    return Asked(request, phrase)


@transaction.atomic
def judge_request(*, request: ResetRequest, by: Actor, at: datetime) -> bool:
    """申し込みを確かめる: opened rightly, it waits and every channel is told; otherwise it counts (RESET-08)."""
    worker = opened_rightly(request, at=at)
    ResetRequest.objects.filter(pk=request.pk).update(judged_at=at, worker=worker)
    if worker is not None:
        _tell(request, worker, Text.RESET_OPENED, at, when=time_words(request.opened_at))
    record(
        act=Act.RESET_JUDGED,
        by=by,
        at=at,
        subject=("reset_request", request.pk),
        is_open=worker is not None,
    )
    return worker is not None


@transaction.atomic
def stop_request(*, request: ResetRequest, by: Actor, at: datetime) -> None:
    """申し込みを止める, for good: the owner by one press, also by the link, or an officer (RESET-06).

    Raises `RequestClosed`, `NotAllowed`.
    """
    _require_may_stop(request, by)
    is_office = by.kind is ActorKind.OPERATOR
    ending = Ending.REFUSED if is_office else Ending.STOPPED
    stopped = ResetRequest.objects.filter(pk=request.pk, ended_at=None).update(ended_at=at, ending=ending)
    if not stopped or request.worker is None:
        raise policies.RequestClosed
    text = Text.RESET_STOPPED_BY_OFFICE if is_office else Text.RESET_STOPPED
    _tell(request, request.worker, text, at, when=time_words(request.opened_at))
    record(act=Act.RESET_STOPPED, by=by, at=at, subject=("reset_request", request.pk), ending=ending)


@transaction.atomic
def confirm_identity(
    *, request: ResetRequest, ticket: str, means: Means, words: str, by: Actor, at: datetime
) -> None:
    """本人確認をする, by two officers (EYES-02), with the 受付番号 that the worker says (RESET-07).

    Raises `RequestClosed`, `OwnRequest`, `TooSoon`, `TicketDiffers`, `WordsMissing`, `NotAllowed`.
    """
    require_two(by, Duty.IDENTITY)
    held = ResetRequest.objects.select_for_update().get(pk=request.pk)
    said = tidy(words)
    policies.require_confirmable(held, ticket=ticket, words=said, by=by, at=at)
    ResetRequest.objects.filter(pk=held.pk).update(
        confirmed_at=at, confirmed_by=str(by), means=means, words=said
    )
    worker = Worker.objects.get(reset_requests=held)
    _tell(held, worker, Text.RESET_CONFIRMED, at, until=time_words(at + rules.OPEN_FOR_CHOOSING))
    record(act=Act.RESET_CONFIRMED, by=by, at=at, subject=("reset_request", held.pk), means=means)


@transaction.atomic
def reset_by_request(
    *, request: ResetRequest, phrase: str, new: str, about: Collection[str], by: Actor, at: datetime
) -> None:
    """パスワードの再設定, by 受付番号 and 合言葉, once (RESET-07, RESET-09).

    Raises `NotYet`, `PasswordRefused`, `AccountOver`.
    """
    held = ResetRequest.objects.select_for_update().get(pk=request.pk)
    is_right = digests.is_same(held.phrase, digests.of_phrase(held.ticket, phrase))
    if not is_right or not policies.can_choose(held, at=at):
        raise policies.NotYet
    worker = Worker.objects.get(reset_requests=held)
    replace(worker=worker, new=new, about=about, by=by, at=at)
    ResetRequest.objects.filter(pk=held.pk).update(ended_at=at, ending=Ending.USED)
    record(act=Act.PASSWORD_RESET, by=by, at=at, subject=("worker", worker.pk), way="request")


def _require_may_stop(request: ResetRequest, by: Actor) -> None:
    """The owner, whoever holds the link (the system acts for them), and officers of 本人確認."""
    if by.kind is ActorKind.WORKER and by.id != request.worker_id:
        raise NotAllowed("この申し込みを止められるのは、本人だけです。")
    if by.kind is ActorKind.OPERATOR:
        require_duty(by, Duty.IDENTITY)
    elif by.kind not in {ActorKind.WORKER, ActorKind.SYSTEM}:
        raise NotAllowed("この申し込みを止められるのは、本人だけです。")


def _tell(request: ResetRequest, worker: Worker, text: Text, at: datetime, **values: object) -> None:
    stop = f"{settings.PUBLIC_URL}/forgotten/stop/{request.stop_key}/"
    source = f"{text}:{request.pk}"
    tell_everywhere(worker=worker, text=text, source=source, at=at, stop=stop, **values)
