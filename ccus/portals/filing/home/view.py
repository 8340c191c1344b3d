"""申請."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.entrance.door import filer_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer


@require_safe
@filer_page
def home(request: HttpRequest, who: Filer) -> HttpResponse:
    """申請."""
    return framed(request, "filing/home/page.html", {}, current="home")
