"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.organisation.chief import chief
from ccus.portals.company.organisation.paper import paper
from ccus.portals.company.organisation.people import person, person_new
from ccus.portals.company.organisation.roles import roles
from ccus.portals.company.organisation.units import unit, unit_new
from ccus.portals.company.organisation.view import organisation

pages: list[URLPattern | URLResolver] = [
    path("organisation/", organisation, name="organisation"),
    path("organisation/roles/", roles, name="roles"),
    path("organisation/units/new/", unit_new, name="unit-new"),
    path("organisation/units/<uuid:unit>/", unit, name="unit"),
    path("organisation/people/new/", person_new, name="person-new"),
    path("organisation/people/<str:person>/", person, name="person"),
    path("organisation/people/<str:person>/paper/", paper, name="person-paper"),
    path("organisation/chief/", chief, name="chief"),
]
