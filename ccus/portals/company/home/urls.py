"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.home.view import home

pages: list[URLPattern | URLResolver] = [path("", home, name="home")]
