"""Addresses with one page too many: it shows anybody the name behind a number. For the canary's own test."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from ccus.domain.workers.models import WorkerName


def name_behind(request: HttpRequest, number: str) -> HttpResponse:
    """What no page may do."""
    names = WorkerName.objects.filter(worker__number=number).values_list("official", flat=True)
    return HttpResponse(" ".join(names))


urlpatterns = [
    path("", include("ccus.config.urls")),
    path("leak/<str:number>/", name_behind, name="leak"),
]
