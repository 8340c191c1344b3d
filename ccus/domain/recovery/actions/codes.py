"""確認番号の行為: asked for by anybody, answered by a job, used once (RESET-02, RESET-03)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.notices.actions import write_mail
from ccus.domain.notices.texts import Text
from ccus.domain.recovery import digests, policies, rules
from ccus.domain.recovery.addresses import mailbox_of, own_mailboxes, time_words
from ccus.domain.recovery.models import Code
from ccus.domain.recovery.replacing import end_open, replace
from ccus.domain.recovery.terms import Ending
from ccus.domain.workers.leaving import still_here
from ccus.domain.workers.models import Worker


@transaction.atomic
def ask_reset_code(*, number: str, by: Actor, at: datetime) -> Code:
    """確認番号を頼む: only what was typed is kept; nobody looks whether there is such an ID (RESET-02)."""
    code = Code.objects.create(number=number, asked_at=at)
    record(act=Act.RESET_CODE_ASKED, by=by, at=at, subject=("recovery_code", code.pk))
    return code


@transaction.atomic
def answer_code(*, code: Code, by: Actor, at: datetime) -> int:
    """確認番号を送る: to the address in question, or to every own one of the ID. Returns how many mails."""
    worker = code.worker or _worker_with(code.number)
    if code.kind:
        mailboxes, text = [mailbox_of(code.kind, code.address)], Text.CONTACT_CODE
    else:
        mailboxes, text = (own_mailboxes(worker) if worker else []), Text.RESET_CODE
    is_late = at >= code.asked_at + rules.CODE_LASTS
    digits = digests.new_code()
    digest = digests.of_code(code.key, digits) if mailboxes and not is_late else ""
    Code.objects.filter(pk=code.pk).update(
        answered_at=at, digest=digest, worker=worker if mailboxes else code.worker
    )
    said = {"code": f"{digits[:4]} {digits[4:]}", "until": time_words(code.asked_at + rules.CODE_LASTS)}
    sent = mailboxes if digest else []
    for to in sent:
        write_mail(to=to, text=text, source=f"code:{code.pk}", at=at, **said)
    record(act=Act.RESET_CODE_ANSWERED, by=by, at=at, subject=("recovery_code", code.pk), sent=len(sent))
    return len(sent)


@transaction.atomic
def reset_by_code(*, code: Code, new: str, about: Collection[str], by: Actor, at: datetime) -> None:
    """パスワードの再設定, by a code that was typed rightly (RESET-03, RESET-09).

    A request that is still open ends with it. Raises `CodeOver`, `PasswordRefused`, `AccountOver`.
    """
    held = Code.objects.select_for_update().get(pk=code.pk)
    policies.require_proved(held, at=at)
    if held.worker_id is None or held.kind:
        raise policies.CodeOver
    worker = Worker.objects.get(pk=held.worker_id)
    replace(worker=worker, new=new, about=about, by=by, at=at)
    Code.objects.filter(pk=held.pk).update(used_at=at)
    end_open(worker=worker, ending=Ending.STOPPED, at=at)
    record(act=Act.PASSWORD_RESET, by=by, at=at, subject=("worker", worker.pk), way="code")


def _worker_with(number: str) -> Worker | None:
    """Who may get a code under an ID: nobody who has left, or whose account is closed."""
    return Worker.objects.filter(still_here(), account__login_id=number, account__closed_at=None).first()
