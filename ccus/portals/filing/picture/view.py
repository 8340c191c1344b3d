"""添付書類の画像を見せる (EVID-05)."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.evidence.reading import file_of
from ccus.entrance.door import filer_page
from ccus.entrance.who import Filer
from ccus.foundation import clock


@require_safe
@filer_page
def picture(request: HttpRequest, filer: Filer, key: UUID) -> HttpResponse:
    """The filer's own image, or one that is registered about the filer; nobody else's."""
    is_preview = "preview" in request.GET
    content = file_of(key, owner=str(filer.actor), is_preview=is_preview)
    if content is None and filer.worker is not None:
        content = picture_of(
            filer.actor,
            filer.worker,
            key,
            purpose=Purpose.OWN,
            at=clock.now(),
            is_preview=is_preview,
        )
    if content is None:
        raise Http404
    return HttpResponse(
        content,
        content_type="image/jpeg",
        headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"},
    )
