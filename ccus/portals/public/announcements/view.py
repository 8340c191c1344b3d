"""お知らせ: all of them, and one."""

from django.http import Http404, HttpRequest, HttpResponse

from ccus.domain.notices.reading import announcement, announcements
from ccus.foundation import clock
from ccus.portals.public.showing import read_by_all, shown

A_PAGE = 20
LAST_PAGE = 500


@read_by_all
def announcements_page(request: HttpRequest) -> HttpResponse:
    """お知らせの一覧, newest first, twenty a page (PUB-03)."""
    written = request.GET.get("page", "1")
    page = min(LAST_PAGE, max(1, int(written))) if written.isascii() and written.isdecimal() else 1
    found = announcements(clock.today(), A_PAGE + 1, (page - 1) * A_PAGE)
    context = {"news": found[:A_PAGE], "page": page, "newer": page - 1, "older": page + 1}
    return shown(request, "public/announcements/page.html", context | {"has_older": len(found) > A_PAGE})


@read_by_all
def announcement_page(request: HttpRequest, number: int) -> HttpResponse:
    """お知らせの一件; 404 before its first day, after its last, and once it was taken down (PUB-03)."""
    found = announcement(number, clock.today())
    if found is None:
        raise Http404
    return shown(request, "public/announcements/one.html", {"one": found})
