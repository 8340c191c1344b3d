"""ホームページ."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ccus.domain.notices.reading import announcements
from ccus.foundation import clock
from ccus.portals.public.guide.steps import FIRST_STEPS
from ccus.portals.public.home.qr import qr_code
from ccus.portals.public.showing import read_by_all, shown

NEWS = 3


@read_by_all
def front(request: HttpRequest) -> HttpResponse:
    """ホームページ: what this is, the way in, お知らせ, first steps, whom to ask (guide G06-1, G04-7, PUB-02)."""
    address = f"{settings.PUBLIC_URL}/"
    context = {
        "news": announcements(clock.today(), NEWS),
        "steps": FIRST_STEPS,
        "address": address,
        "qr": qr_code(address),
    }
    return shown(request, "public/home/page.html", context)
