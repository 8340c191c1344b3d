"""Addresses of this portal."""

from django.urls import include, path

from ccus.entrance.password.view import password
from ccus.entrance.sign_in.view import sign_in
from ccus.entrance.who import Side
from ccus.portals.office.announcements.view import (
    announcement_withdrawal,
    announcements,
    new_announcement,
)
from ccus.portals.office.features.view import feature_opening, features
from ccus.portals.office.home.view import home

_pages = [
    path("", home, name="home"),
    path("announcements/", announcements, name="announcements"),
    path("announcements/new/", new_announcement, name="new-announcement"),
    path(
        "announcements/<int:announcement>/withdrawal/",
        announcement_withdrawal,
        name="announcement-withdrawal",
    ),
    path("features/", features, name="features"),
    path("features/<slug:feature>/", feature_opening, name="feature-opening"),
    path("sign-in/", sign_in, {"side": Side.OFFICE}, name="sign-in"),
    path("password/", password, name="password"),
]

urlpatterns = [path("office/", include((_pages, "office")))]
