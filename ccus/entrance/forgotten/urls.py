"""Addresses of getting back in; nobody needs to be signed in."""

from django.urls import include, path

from ccus.entrance.forgotten.choosing import choice, password
from ccus.entrance.forgotten.codes import code, forgotten
from ccus.entrance.forgotten.requests import request_opening
from ccus.entrance.forgotten.stopping import stop

_pages = [
    path("", forgotten, name="start"),
    path("code/", code, name="code"),
    path("request/", request_opening, name="request"),
    path("choice/", choice, name="choice"),
    path("password/", password, name="password"),
    path("stop/<uuid:key>/", stop, name="stop"),
]

urlpatterns = [path("forgotten/", include((_pages, "forgotten")))]
