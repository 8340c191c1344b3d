"""自分の申請: what somebody filed."""

from ccus.domain.applications.models import Application
from ccus.domain.applications.policies import own_applications
from ccus.domain.applications.reading.shown import WITH, ApplicationShown, shown
from ccus.domain.applications.terms import CLOSED
from ccus.domain.audit.terms import Actor

A_PAGE = 50


def filed_by(actor: Actor, *, before: int | None = None) -> tuple[ApplicationShown, ...]:
    """What a worker or an applicant filed, the newest first: all that is open, and the newest 50 that are closed.

    With `before`, the key of an application, the next 50 closed ones behind it (APP-22). Six statements.
    """
    cases = Application.objects.filter(own_applications(actor)).select_related(*WITH)
    cases = cases.order_by("-pk")
    closed = cases.filter(state__in=sorted(CLOSED))
    if before is not None:
        return shown(list(closed.filter(pk__lt=before)[:A_PAGE]), for_office=False)
    found = [*cases.exclude(state__in=sorted(CLOSED)), *closed[:A_PAGE]]
    return shown(sorted(found, key=lambda case: -case.pk), for_office=False)


def has_older(actor: Actor, *, before: int) -> bool:
    """Whether there are closed applications behind the one of this key."""
    return Application.objects.filter(
        own_applications(actor), state__in=sorted(CLOSED), pk__lt=before
    ).exists()


def application_for(actor: Actor, number: str) -> ApplicationShown | None:
    """One of the actor's own applications; None where it is somebody else's or there is none. Five statements."""
    cases = Application.objects.filter(own_applications(actor), number=number)
    found = cases.select_related(*WITH).first()
    return shown([found], for_office=False)[0] if found else None
