"""代行の委任: a worker lets a company act in the worker's name, and either side ends it (D-28)."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import NotAllowed, require_own
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import company_of, require_company
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.company_relations import grounds
from ccus.domain.proxies.asking import answer_open_asks
from ccus.domain.proxies.messages import tell_ended, tell_given
from ccus.domain.proxies.policies import NotToBeEntrusted
from ccus.domain.proxies.rules import longest_until
from ccus.domain.workers.models import Mandate, Worker
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import ONE_DAY, Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import end_on, supersede


class MandateStands(Refusal):
    """委任の重なり: one mandate for one company on any day (DATA-19)."""


class MandateForNothing(Refusal):
    """委任する手続きの選択もれ (DATA-19)."""


class MandateTooLong(Refusal):
    """長すぎる委任: more than a year (PROXY-03)."""


class MandateOfThePast(Refusal):
    """過ぎた日からの委任: what was done before it was given was done without it (PROXY-03)."""


@transaction.atomic
def give_mandate(
    *,
    worker: Worker,
    company: Company,
    acts: Collection[Mandated],
    from_on: date,
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Mandate:
    """代行の委任, by nobody but the worker, for a year at most; `until_on` is the day after its last (PROXY-03).

    Without `until_on` it is a year. Answers what the company asked. Raises `NotAllowed`, `MandateForNothing`,
    `MandateStands`, `MandateTooLong`, `MandateOfThePast`, `NotToBeEntrusted`, `PeriodBackwards`, `WorkerWithdrawn`.
    """
    if by != worker_actor(worker):
        raise NotAllowed("代行を委任できるのは、技能者本人だけです。本人に頼んでください。")
    one_at_a_time("mandate", worker.pk)
    require_not_withdrawn(worker)
    if not acts:
        raise MandateForNothing("委任する手続きが選ばれていません。一つ以上選んでください。", "acts")
    period = _period(from_on, until_on, today=day_of(at))
    if worker.pk not in grounds(company.pk, [worker.pk], on=day_of(at)):
        raise NotToBeEntrusted(
            f"{company.name}には、委任できません。委任できるのは、いま所属している会社、"
            "いま名簿にのっている現場の元請と上位の会社、登録行政書士だけです。",
            "company",
        )
    stands = MandateStands(
        f"{company.name}には、この期間に、すでに委任しています。その委任を終えてから、新しく委任してください。",
        "from_on",
    )
    with refusing({"mandate_once_a_company": stands}):
        mandate = Mandate.objects.create(
            worker=worker,
            company=company,
            acts=sorted(set(acts)),
            valid_from=period.from_on,
            valid_until=period.until_on,
            recorded_at=at,
            recorded_by=str(by),
        )
    answer_open_asks(worker=worker.pk, company=company.pk, is_given=True, at=at)
    tell_given(mandate, at=at)
    record(act=Act.MANDATE_GIVEN, by=by, at=at, subject=("mandate", mandate.pk))
    return mandate


@transaction.atomic
def end_mandate(*, mandate: Mandate, by: Actor, at: datetime) -> None:
    """委任の終了, by either side, at once: from today nothing more is done under it (PROXY-07).

    Raises `NotAllowed`, `AlreadyChanged`, and `DayOutsideFact` if it was over before today.
    """
    is_given_back = company_of(by) == mandate.company_id
    if is_given_back:
        require_company(by, mandate.company, Power.FILE_FOR_WORKERS)
    else:
        require_own(by, worker_actor(mandate.worker), who="技能者本人か、委任された事業者")
    one_at_a_time("mandate", mandate.worker_id)
    today = day_of(at)
    if mandate.valid_from > today:
        supersede(mandate, at=at)
    else:
        end_on(mandate, today, at=at)
    tell_ended(mandate, by_company=is_given_back, at=at)
    record(act=Act.MANDATE_ENDED, by=by, at=at, subject=("mandate", mandate.pk))


def _period(from_on: date, until_on: date | None, *, today: date) -> Period:
    if from_on < today:
        raise MandateOfThePast(
            f"始める日（{date_words(from_on)}）が、今日（{date_words(today)}）より前です。"
            "今日か、これからの日にしてください。",
            "from_on",
        )
    longest = longest_until(from_on)
    period = Period.checked(from_on, until_on or longest, label="委任", field="until_on")
    if period.until_on is not None and period.until_on > longest:
        raise MandateTooLong(
            f"終わりの日（{date_words(period.until_on - ONE_DAY)}）が、始める日から1年をこえています。"
            f"{date_words(longest - ONE_DAY)}までの日にしてください。1年たったら、新しく委任できます。",
            "until_on",
        )
    return period
