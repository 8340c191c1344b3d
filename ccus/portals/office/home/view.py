"""ホーム."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.entrance.door import office_page
from ccus.entrance.frame import framed


@require_safe
@office_page()
def home(request: HttpRequest, who: OfficerMe) -> HttpResponse:
    """ホーム."""
    return framed(request, "office/home/page.html", {}, current="home")
