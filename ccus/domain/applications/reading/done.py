"""代行でしたこと: what companies did for a worker, and what waits for them (PROXY-03, PROXY-08)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ccus.domain.applications.models import Application, CaseProxy
from ccus.domain.applications.reading.shown import WITH, ApplicationShown, shown
from ccus.domain.applications.terms import CLOSED, ENTRUSTABLE, ApplicationKind, State
from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.proxies.policies import clients_among, files_as, mandates_given
from ccus.domain.workers.models import Mandate
from ccus.foundation.clock import day_of

MOST = 100
_WORDS = {
    Act.APPLICATION_OPENED: "申請を始めました",
    Act.APPLICATION_SAVED: "内容を書きました",
    Act.APPLICATION_SUBMITTED: "提出しました",
    Act.APPLICATION_WITHDRAWN: "取り下げました",
}
_FIRST = (State.RETURNED, State.DRAFT, State.FEE_DUE)


@dataclass(frozen=True, slots=True)
class DoneShown:
    """したこと: which company did what on which application."""

    at: datetime
    company: str
    words: str
    number: str
    kind: ApplicationKind


def done_for(worker: int) -> Sequence[DoneShown]:
    """What companies did under mandates of a worker, the newest first; at most 100. Four statements."""
    entrusted = CaseProxy.objects.filter(application__worker=worker).select_related("application")
    cases = {proxy.application_id: proxy.application for proxy in entrusted}
    events = Event.objects.filter(
        subject_kind="application",
        subject_id__in=list(cases),
        act__in=list(_WORDS),
        detail__has_key="mandate",
    ).order_by("-at", "-pk")[:MOST]
    names = dict(Mandate.objects.filter(worker=worker).values_list("pk", "company__name"))
    return [
        DoneShown(
            event.at,
            names.get(event.detail["mandate"], ""),
            _WORDS[Act(event.act)],
            cases[event.subject_id].number,
            ApplicationKind(cases[event.subject_id].kind),
        )
        for event in events
    ]


def waiting_of_clients(by: Actor, *, at: datetime) -> Sequence[ApplicationShown]:
    """The open applications of own clients that were entrusted, what waits for the company first; at most 100."""
    company = files_as(by)
    if company is None:
        return []
    clients = clients_among(by, mandates_given(company, on=day_of(at)), on=day_of(at))
    cases = Application.objects.filter(
        proxies__company=company, worker__in=clients, kind__in=sorted(ENTRUSTABLE)
    ).exclude(state__in=sorted(CLOSED))
    found = shown(list(cases.select_related(*WITH).order_by("-pk")[:MOST]), for_office=False)
    order = {state: place for place, state in enumerate(_FIRST)}
    return sorted(found, key=lambda case: order.get(case.state, len(_FIRST)))
