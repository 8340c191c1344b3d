"""添付書類の画像を見せる (EVID-05)."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.applications.applicants import applicant_before
from ccus.domain.applications.reading.entrusted import picture_for_client
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.evidence.reading import file_of
from ccus.entrance.attached import image_answer
from ccus.entrance.door import filer_page
from ccus.entrance.short_lived import short_lived
from ccus.entrance.who import Filer
from ccus.foundation import clock


@require_safe
@filer_page
@short_lived
def picture(request: HttpRequest, filer: Filer, key: UUID) -> HttpResponse:
    """The filer's own image, or one that is registered about the filer; nobody else's."""
    return image_answer(_own(filer, key, is_preview="preview" in request.GET))


def _own(filer: Filer, key: UUID, *, is_preview: bool) -> bytes | None:
    """What the filer uploaded, now or before there was a 技能者ID, or what is registered about the filer."""
    found = file_of(key, owner=str(filer.actor), is_preview=is_preview)
    if found is None and filer.agent is not None:
        found = picture_for_client(filer.agent, key, at=clock.now(), is_preview=is_preview)
    if found is None and filer.company is not None:
        company = Actor(ActorKind.COMPANY, filer.company)
        found = file_of(key, owner=str(company), is_preview=is_preview)
    if found is not None or filer.worker is None:
        return found
    earlier = applicant_before(filer.worker)
    if earlier is not None:
        found = file_of(key, owner=str(Actor(ActorKind.APPLICANT, earlier)), is_preview=is_preview)
    return found or picture_of(
        filer.actor, filer.worker, key, purpose=Purpose.OWN, at=clock.now(), is_preview=is_preview
    )
