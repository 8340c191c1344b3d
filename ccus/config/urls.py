"""Addresses of the portals."""

from django.urls import include, path

urlpatterns = [path("", include("ccus.portals.worker.urls"))]
