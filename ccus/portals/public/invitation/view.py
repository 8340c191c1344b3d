"""要請のリンクを開く: who invites to which site, and what to do next, also without an account (SITE-20)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ccus.domain.sites.reading.invitation import opened_link
from ccus.portals.public.showing import shown


@never_cache
@require_safe
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """要請: the firm that invites, the site and its prime; nothing about people."""
    link = opened_link(token)
    if link is None:
        return shown(request, "public/invitation/unknown.html", status=404)
    return shown(request, "public/invitation/page.html", {"link": link, "token": token})
