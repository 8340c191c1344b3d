"""自分の申請: what somebody filed."""

from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import own_applications
from ccus.domain.applications.reading.shown import ApplicationShown, shown
from ccus.domain.audit.terms import Actor


def filed_by(actor: Actor) -> tuple[ApplicationShown, ...]:
    """Everything that a worker or an applicant filed, the newest first. Five statements."""
    cases = Application.objects.filter(own_applications(actor)).select_related("worker", "applicant__worker")
    return shown(list(cases.order_by("-opened_at", "-pk")), for_office=False)


def application_for(actor: Actor, number: str) -> ApplicationShown | None:
    """One of the actor's own applications; None where it is somebody else's or there is none. Five statements."""
    cases = Application.objects.filter(own_applications(actor), number=number)
    found = cases.select_related("worker", "applicant__worker").first()
    return shown([found], for_office=False)[0] if found else None
