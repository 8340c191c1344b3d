"""Addresses of 代行申請."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.clients.view import client_end, clients

pages: list[URLPattern | URLResolver] = [
    path("clients/", clients, name="clients"),
    path("clients/<str:worker>/end/", client_end, name="client-end"),
]
