"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.disclosure.all.view import disclosure
from ccus.portals.company.disclosure.one.view import disclosure_of
from ccus.portals.company.disclosure.preview.view import disclosure_preview
from ccus.portals.company.disclosure.record.view import disclosure_record
from ccus.portals.company.disclosure.several.view import disclosure_several

pages: list[URLPattern | URLResolver] = [
    path("disclosure/", disclosure, name="disclosure"),
    path("disclosure/several/", disclosure_several, name="disclosure-several"),
    path("disclosure/<str:number>/", disclosure_of, name="disclosure-of"),
    path("disclosure/<str:number>/preview/", disclosure_preview, name="disclosure-preview"),
    path("disclosure/<str:number>/record/", disclosure_record, name="disclosure-record"),
]
