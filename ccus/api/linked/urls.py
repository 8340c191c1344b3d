"""Addresses of the certified systems' door."""

from django.urls import include, path

from ccus.api.linked.view import roster

urlpatterns = [path("linked/v1/", include(([path("roster/", roster, name="roster")], "linked")))]
