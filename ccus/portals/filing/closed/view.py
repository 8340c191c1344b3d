"""提出したあとに戻ってきたとき."""

from django.http import HttpRequest, HttpResponse

from ccus.domain.applications.reading import ApplicationShown
from ccus.entrance.frame import framed


def closed(request: HttpRequest, case: ApplicationShown) -> HttpResponse:
    """A page that says that nothing was changed, and where the application stands."""
    return framed(request, "filing/closed/page.html", {"case": case}, current="filing:home", status=409)
