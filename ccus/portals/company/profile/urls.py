"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.profile.view import profile

pages: list[URLPattern | URLResolver] = [path("profile/", profile, name="profile")]
