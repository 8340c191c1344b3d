"""代行できるか: the mandate under which somebody files for a worker, asked at every act (PROXY-01, PROXY-07)."""

from dataclasses import replace
from datetime import date, datetime

from django.db.models import QuerySet

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.policies import company_of, require_valid, seated, stands_for
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.company_relations import grounds
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.models import Mandate
from ccus.domain.workers.terms import Mandated
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class MandateOver(NotAllowed):
    """委任の終わり: it was ended, ran out, or what it rests on is gone (PROXY-01, PROXY-07)."""


class NotToBeEntrusted(Refusal):
    """委任できない相手: neither employer, nor above at a site of today, nor a licensed agent (PROXY-01)."""


def mandates_given(company: int, *, on: date) -> "QuerySet[Mandate]":
    """What was given to a company and has not ended; that the ground still stands is asked besides (PROXY-01)."""
    filing = Mandate.objects.filter(company=company, acts__contains=[Mandated.FILE_APPLICATIONS])
    return standing_on(filing, on)


def mandate_held(*, worker: int, company: int, on: date) -> Mandate | None:
    """The mandate under which a company may file for a worker on a day; None where there is none (PROXY-01)."""
    mandate = mandates_given(company, on=on).filter(worker=worker).first()
    if mandate is None or has_left(worker) or worker not in grounds(company, [worker], on=on):
        return None
    return mandate


def clients_among(by: Actor, workers: "QuerySet[Mandate]", *, on: date) -> list[int]:
    """The workers of these mandates for whom `by` may file now. A constant number of statements."""
    company = files_as(by)
    asked = list(workers.values_list("worker", flat=True))
    return [*grounds(company, asked, on=on)] if company is not None and asked else []


def files_as(by: Actor) -> int | None:
    """The company as which somebody may file for workers (ORG-05); None for everybody else."""
    if by.kind not in {ActorKind.SEAT, ActorKind.COMPANY}:
        return None
    company = company_of(by)
    return company if company is not None and stands_for(by, company, Power.FILE_FOR_WORKERS) else None


def acting_for(worker: int, by: Actor, *, at: datetime) -> Actor | None:
    """`by` with the worker's name beside the own (PROXY-06), or None where no mandate holds.

    Until the transaction ends the worker's mandates stay as they are: what is done here is done before an end, or
    finds that it has ended (PROXY-07). Raises `RegistrationOver`.
    """
    company = files_as(by)
    if company is None:
        return None
    one_at_a_time("mandate", worker)
    mandate = mandate_held(worker=worker, company=company, on=day_of(at))
    if mandate is None:
        return None
    sitting = seated(by)
    if sitting is not None:
        require_valid(sitting, Power.FILE_FOR_WORKERS)
    return replace(by, client=worker, mandate=mandate.pk)


def mandate_over() -> MandateOver:
    """The refusal for whoever filed under a mandate that has ended."""
    return MandateOver(
        "この技能者の代行の委任は、終わっています。今の操作は保存していません。"
        "続けるときは、技能者本人に、もう一度委任してもらってください。"
    )
