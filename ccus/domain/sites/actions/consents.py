"""代理手続きの同意: the worker lets a proxy write the roster for the employer, and takes it back (SITE-24)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_own
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import ProxyConsent
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import as_actor, require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import already_changed, period_of, remainder, standing_on, supersede


class AlreadyAgreed(Refusal):
    """同意済み: one consent for one company on any day (SITE-24)."""


@transaction.atomic
def agree_to_proxy(*, worker: Worker, company: Company, by: Actor, at: datetime) -> ProxyConsent:
    """代理手続きに同意する, by the worker, from today on. The company is told.

    Raises `AlreadyAgreed`, `WorkerWithdrawn`.
    """
    require_own(by, as_actor(worker), who="技能者本人")
    require_not_withdrawn(worker)
    one_at_a_time("worker", worker.pk)
    agreed = AlreadyAgreed(f"{company.name}の代理手続きには、すでに同意しています。")
    with refusing({"proxy_consent_once_a_company": agreed}):
        consent = ProxyConsent.objects.create(
            worker=worker, company=company, valid_from=day_of(at), recorded_at=at, recorded_by=str(by)
        )
    record(act=Act.PROXY_CONSENT_GIVEN, by=by, at=at, subject=("proxy_consent", consent.pk))
    _tell(Text.PROXY_CONSENT_GIVEN, consent, at=at)
    return consent


@transaction.atomic
def end_consent(*, worker: Worker, company: Company, by: Actor, at: datetime) -> None:
    """同意を取り消す, by the worker: it bites at once; lines written meanwhile stay (D-28). Raises `AlreadyChanged`."""
    require_own(by, as_actor(worker), who="技能者本人")
    one_at_a_time("worker", worker.pk)
    today = day_of(at)
    consent = standing_on(ProxyConsent.objects.filter(worker=worker, company=company), today).first()
    if consent is None:
        raise already_changed()
    supersede(consent, at=at)
    before = period_of(consent).before(today)
    if before is not None:
        remainder(consent, before)
    record(act=Act.PROXY_CONSENT_ENDED, by=by, at=at, subject=("proxy_consent", consent.pk))
    _tell(Text.PROXY_CONSENT_ENDED, consent, at=at)


def _tell(text: Text, consent: ProxyConsent, *, at: datetime) -> None:
    tell_company(
        consent.company_id,
        text=text,
        source=f"{text}:{consent.pk}",
        at=at,
        worker_number=consent.worker.number,
    )
