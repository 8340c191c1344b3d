"""Addresses of this portal."""

from django.urls import include, path

from ccus.entrance.password.view import password
from ccus.entrance.sign_in.view import sign_in
from ccus.entrance.who import Side
from ccus.portals.office.home.view import home

_pages = [
    path("", home, name="home"),
    path("sign-in/", sign_in, {"side": Side.OFFICE}, name="sign-in"),
    path("password/", password, name="password"),
]

urlpatterns = [path("office/", include((_pages, "office")))]
