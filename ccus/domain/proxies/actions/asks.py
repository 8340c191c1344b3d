"""代行のお願い: a company asks for a mandate, and the worker declines (PROXY-04)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.accounts import tries
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import Try
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import require_company
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.company_relations import grounds
from ccus.domain.proxies.asking import answer_open_asks
from ccus.domain.proxies.messages import tell_asked, tell_declined
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.proxies.policies import mandate_held
from ccus.domain.proxies.rules import ASK_LASTS
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import refusing
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import AlreadyChanged, already_changed

__all__ = ["AlreadyChanged", "AskedAlready", "HeldAlready", "ask_for_mandate", "decline_mandate"]


class AskedAlready(Refusal):
    """お願いずみ: the same company asks the same 技能者ID once in 30 days (PROXY-04)."""


class HeldAlready(Refusal):
    """委任ずみ: there is a mandate already."""


@transaction.atomic
def ask_for_mandate(*, company: Company, number: str, by: Actor, at: datetime) -> MandateAsk:
    """代行をお願いする, by the whole 技能者ID. What comes back and what is stored is the same whoever it is (PROXY-04).

    Raises `NotAllowed`, `AskedAlready`, `HeldAlready`, `TooManyTries`.
    """
    require_company(by, company, Power.FILE_FOR_WORKERS)
    today = day_of(at)
    worker = _reached(company, number, today)
    if worker is not None and mandate_held(worker=worker.pk, company=company.pk, on=today):
        raise HeldAlready(
            f"技能者ID {number} の方からは、もう委任されています。一覧から開いてください。", "number"
        )
    already = AskedAlready(
        f"技能者ID {number} には、この30日のうちに、もうお願いしています。"
        "本人が答えるのを待つか、本人に直接聞いてください。",
        "number",
    )
    with transaction.atomic(), refusing({"mandate_ask_once_a_month": already}):
        ask = MandateAsk.objects.create(
            company=company,
            number=number,
            worker=worker,
            asked_on=today,
            until_on=today + ASK_LASTS,
            asked_at=at,
            asked_by=str(by),
        )
    tries.count(Try(((Counted.ASKED_MANDATE, str(company.pk)),), at))
    tell_asked(ask, at=at)
    record(act=Act.MANDATE_ASKED, by=by, at=at, subject=("mandate_ask", ask.pk))
    return ask


@transaction.atomic
def decline_mandate(*, worker: Worker, company: Company, by: Actor, at: datetime) -> None:
    """お願いを断る, by the worker. Raises `NotAllowed`, `AlreadyChanged` where nothing waits any more."""
    if by != worker_actor(worker):
        raise NotAllowed("お願いに答えられるのは、技能者本人だけです。本人に頼んでください。")
    ask = MandateAsk.objects.filter(
        worker=worker, company=company, answered_at=None, until_on__gt=day_of(at)
    ).first()
    if ask is None or not answer_open_asks(worker=worker.pk, company=company.pk, is_given=False, at=at):
        raise already_changed()
    tell_declined(ask, at=at)
    record(act=Act.MANDATE_DECLINED, by=by, at=at, subject=("mandate_ask", ask.pk))


def _reached(company: Company, number: str, on: date) -> Worker | None:
    """Whom the question reaches: a worker in the register who may entrust this company."""
    worker = Worker.objects.filter(number=number).first()
    if worker is None or has_left(worker.pk) or worker.pk not in grounds(company.pk, [worker.pk], on=on):
        return None
    return worker
