"""Addresses of the portals."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("ccus.entrance.forgotten.urls")),
    path("", include("ccus.portals.public.urls")),
    path("", include("ccus.portals.worker.urls")),
    path("", include("ccus.portals.filing.urls")),
    path("", include("ccus.portals.company.urls")),
    path("", include("ccus.portals.office.urls")),
    path("", include("ccus.api.linked.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("ui/", include("ccus.ui.gallery")))
