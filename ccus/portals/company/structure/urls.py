"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.structure.link.view import structure_join
from ccus.portals.company.structure.overview.view import structure, structure_claim, structure_decline
from ccus.portals.company.structure.patterns.view import structure_pattern_removal, structure_patterns
from ccus.portals.company.structure.proxies.view import structure_proxies, structure_proxy_end
from ccus.portals.company.structure.site.view import structure_site, structure_undeclared
from ccus.portals.company.structure.spot.view import (
    structure_act,
    structure_link,
    structure_link_end,
    structure_spot,
    structure_use,
)

_SITE = "structure/<str:site>/"
_SPOT = f"{_SITE}<uuid:key>/"
pages: list[URLPattern | URLResolver] = [
    path("structure/", structure, name="structure"),
    path("structure/claims/<uuid:key>/", structure_claim, name="structure-claim"),
    path("structure/claims/<uuid:key>/decline/", structure_decline, name="structure-decline"),
    path("structure/proxies/", structure_proxies, name="structure-proxies"),
    path("structure/proxies/<str:giver>/<str:taker>/end/", structure_proxy_end, name="structure-proxy-end"),
    path("structure/patterns/", structure_patterns, name="structure-patterns"),
    path(
        "structure/patterns/<uuid:key>/remove/", structure_pattern_removal, name="structure-pattern-removal"
    ),
    path("structure/join/<str:token>/", structure_join, name="structure-join"),
    path(_SITE, structure_site, name="structure-site"),
    path(f"{_SITE}undeclared/", structure_undeclared, name="structure-undeclared"),
    path(_SPOT, structure_spot, name="structure-spot"),
    path(f"{_SPOT}link/", structure_link, {"is_claim": False}, name="structure-link"),
    path(f"{_SPOT}claim-link/", structure_link, {"is_claim": True}, name="structure-claim-link"),
    path(f"{_SPOT}links/<uuid:link>/cancel/", structure_link_end, name="structure-link-end"),
    path(f"{_SPOT}use/", structure_use, name="structure-use"),
    path(f"{_SPOT}act/<slug:act>/", structure_act, name="structure-act"),
]
