"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.disclosure.all.view import disclosure
from ccus.portals.company.disclosure.one.view import disclosure_of

pages: list[URLPattern | URLResolver] = [
    path("disclosure/", disclosure, name="disclosure"),
    path("disclosure/<str:number>/", disclosure_of, name="disclosure-of"),
]
