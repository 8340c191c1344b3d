"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.questions.view import look_case, question, questions

pages: list[URLPattern | URLResolver] = [
    path("questions/", questions, name="questions"),
    path("questions/<uuid:key>/", question, name="question"),
    path("questions/cases/<uuid:key>/", look_case, name="look-case"),
]
"""Addresses: a question of a worker by its key, and the office's about a case."""
