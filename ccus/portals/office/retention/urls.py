"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.office.retention.view import retention, retention_file

pages: list[URLPattern | URLResolver] = [
    path("retention/", retention, name="retention"),
    path("retention/<slug:kind>/", retention_file, name="retention-file"),
]
