"""Addresses of this portal."""

from django.urls import include, path

from ccus.entrance.password.view import password
from ccus.entrance.sign_in.view import sign_in
from ccus.entrance.who import Side
from ccus.portals.filing.home.view import home

_pages = [
    path("", home, name="home"),
    path("sign-in/", sign_in, {"side": Side.APPLICANT}, name="sign-in"),
    path("password/", password, name="password"),
]

urlpatterns = [path("filing/", include((_pages, "filing")))]
