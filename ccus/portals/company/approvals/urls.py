"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.approvals.answered.view import approvals_answered
from ccus.portals.company.approvals.listing.view import approvals
from ccus.portals.company.approvals.one.view import approval
from ccus.portals.company.approvals.rest.view import approvals_rest

pages: list[URLPattern | URLResolver] = [
    path("approvals/", approvals, name="approvals"),
    path("approvals/rest/", approvals_rest, name="approvals-rest"),
    path("approvals/answered/", approvals_answered, name="approvals-answered"),
    path("approvals/<uuid:key>/", approval, name="approval"),
]
