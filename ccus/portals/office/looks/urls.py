"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.office.looks.case import look_case, look_case_act
from ccus.portals.office.looks.view import look_question, looks

pages: list[URLPattern | URLResolver] = [
    path("looks/", looks, name="looks"),
    path("looks/questions/<uuid:key>/", look_question, name="look-question"),
    path("looks/cases/<uuid:key>/", look_case, name="look-case"),
    path("looks/cases/<uuid:key>/<slug:act>/", look_case_act, name="look-case-act"),
]
"""Addresses: `act` is one of the words on a case."""
