"""Addresses whose refusals are the sentence alone: thousands are made in a sweep, and the page around them says the
same every time."""

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseNotFound
from django.urls import include, path

urlpatterns = [path("", include("ccus.config.urls"))]


def handler403(_: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponseForbidden(str(exception))


def handler404(_: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponseNotFound(str(exception))
