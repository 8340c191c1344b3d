"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.office.second.proposal import second_act, second_proposal
from ccus.portals.office.second.view import second

pages: list[URLPattern | URLResolver] = [
    path("second/", second, name="second"),
    path("second/<uuid:key>/", second_proposal, name="second-proposal"),
    path("second/<uuid:key>/<slug:act>/", second_act, name="second-act"),
]
"""Addresses: `act` is one of the answers to a proposal."""
