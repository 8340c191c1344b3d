"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.readiness.site import readiness_site
from ccus.portals.company.readiness.view import readiness

pages: list[URLPattern | URLResolver] = [
    path("readiness/", readiness, name="readiness"),
    path("readiness/<str:site>/", readiness_site, name="readiness-site"),
]
