"""現場の公開ページ: what the code on the door opens (SITE-15, SITE-18)."""

from django.http import Http404, HttpRequest, HttpResponse

from ccus.domain.sites.reading.sites import public_site
from ccus.portals.public.showing import read_by_all, shown


@read_by_all
def site(request: HttpRequest, site: str) -> HttpResponse:
    """現場: name, address and prime, and how a firm joins."""
    found = public_site(site)
    if found is None:
        raise Http404
    return shown(request, "public/site/page.html", {"site": found})
