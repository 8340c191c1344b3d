"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.home.view import ahead, home

pages: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("ahead/", ahead, name="ahead"),
]
