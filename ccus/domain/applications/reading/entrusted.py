"""まかされた申請: what a company that files for workers may open, asked at every request (PROXY-08)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ccus.domain.applications.asked import sections_of_case
from ccus.domain.applications.models import Application, CaseProxy, DraftSection
from ccus.domain.applications.policies import own_applications
from ccus.domain.applications.reading.shown import ApplicationShown
from ccus.domain.applications.submissions import latest
from ccus.domain.applications.terms import ENTRUSTABLE
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.evidence.reading import file_of, owner_of_image
from ccus.domain.proxies.policies import acting_for, files_as, mandate_over
from ccus.domain.workers.blocks.catalogue import BY_KEY
from ccus.domain.workers.models import Mandate, Worker
from ccus.foundation.kept.rows import FactRow


@dataclass(frozen=True, slots=True)
class ProxyShown:
    """申請の代行: which company, since when, and whether the worker gave it an application already begun."""

    company: str
    at: datetime
    was_given: bool


def acting_on(by: Actor, number: str, *, at: datetime) -> Actor | None:
    """`by` with the name of the client whose application it is; None where the company was never entrusted with it.

    Raises `MandateOver` where it was and no mandate holds any more, `RegistrationOver`.
    """
    entrusted = CaseProxy.objects.filter(company=files_as(by), application__number=number)
    worker = entrusted.values_list("application__worker", flat=True).first()
    if worker is None:
        return None
    acting = acting_for(worker, by, at=at)
    if acting is None:
        raise mandate_over()
    return acting


def acting_with(by: Actor, number: str, *, at: datetime) -> Actor | None:
    """The same by the 技能者ID of a client; None without a mandate, now or before. Raises `MandateOver`."""
    worker = Worker.objects.filter(number=number).values_list("pk", flat=True).first()
    company = files_as(by)
    if worker is None or company is None:
        return None
    acting = acting_for(worker, by, at=at)
    if acting is None and Mandate.objects.filter(worker=worker, company=company).exists():
        raise mandate_over()
    return acting


def base_for_client(acting: Actor, application: int, *, at: datetime) -> dict[str, tuple[FactRow, ...]]:
    """変更前, as somebody who files for the worker sees it: through the disclosure, with a trace (PROXY-08)."""
    case = Application.objects.select_related("worker", "company").get(pk=application)
    keys = [section.key for section in sections_of_case(case) if section.is_fact]
    if not keys or case.worker_id is None:
        return {}
    items = {BY_KEY[key].item for key in keys}
    seen = worker_as_seen_by(acting, case.worker_id, purpose=Purpose.PROXY_FILING, at=at, items=items)
    return {key: rows for key, rows in seen.shown.items() if key in keys}


def picture_for_client(by: Actor, key: UUID, *, at: datetime, is_preview: bool) -> bytes | None:
    """An image in an application that was entrusted, or one that is registered about the client; else None."""
    owner = owner_of_image(key)
    worker = _worker_behind(owner)
    acting = acting_for(worker, by, at=at) if worker is not None else None
    if worker is None or acting is None:
        return None
    if _is_in_a_case(acting, key):
        return file_of(key, owner=owner, is_preview=is_preview)
    return picture_of(acting, worker, key, purpose=Purpose.PROXY_FILING, at=at, is_preview=is_preview)


def proxies_of(application: int) -> Sequence[ProxyShown]:
    """Who files it for the worker, the first one first."""
    rows = CaseProxy.objects.filter(application=application).select_related("company").order_by("pk")
    return [ProxyShown(row.company.name, row.at, row.by.startswith("worker:")) for row in rows]


def payer_of(case: ApplicationShown) -> str:
    """お支払いする方, where a company that files for a worker could be it; "" elsewhere (PROXY-09)."""
    if case.charge is None or case.kind not in ENTRUSTABLE:
        return ""
    kind, _, key = case.charge.payer.partition(":")
    if kind != ActorKind.COMPANY:
        return "本人"
    return Company.objects.values_list("name", flat=True).get(pk=int(key))


def _worker_behind(owner: str) -> int | None:
    kind, _, key = owner.partition(":")
    if kind == "worker":
        return int(key)
    earlier = Worker.objects.filter(applicant=int(key)) if kind == "applicant" else Worker.objects.none()
    return earlier.values_list("pk", flat=True).first()


def _is_in_a_case(acting: Actor, key: UUID) -> bool:
    cases = Application.objects.filter(own_applications(acting)).values_list("pk", flat=True)
    drafts = DraftSection.objects.filter(application__in=list(cases)).values_list("rows", flat=True)
    submitted = [last.contents for case in cases if (last := latest(case)) is not None]
    return any(str(key) in json.dumps(held) for held in [*drafts, *submitted])
