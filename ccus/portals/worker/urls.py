"""Addresses of the worker's portal."""

from django.urls import include, path, register_converter

from ccus.entrance.notices.view import notices, notices_reading
from ccus.entrance.password.view import password
from ccus.entrance.sign_in.view import sign_in, sign_out
from ccus.portals.worker.consents.view import consents
from ccus.portals.worker.employers.view import employer_answer, employer_end, employers
from ccus.portals.worker.history.view import history
from ccus.portals.worker.home.view import home
from ccus.portals.worker.live.view import live
from ccus.portals.worker.months import MonthConverter
from ccus.portals.worker.placements.view import worker_placements
from ccus.portals.worker.profile.edit import edit
from ccus.portals.worker.profile.view import picture, profile, profile_pdf
from ccus.portals.worker.sites.view import sites
from ccus.portals.worker.viewed.view import viewed

register_converter(MonthConverter, "month")

_pages = [
    path("", home, name="home"),
    path("live/", live, name="live"),
    path("history/", history, name="history"),
    path("history/<month:month>/", history, name="history-month"),
    path("notices/", notices, name="notices"),
    path("notices/reading/", notices_reading, name="notices-reading"),
    path("sites/", sites, name="sites"),
    path("consents/", consents, name="consents"),
    path("placements/", worker_placements, name="placements"),
    path("profile/", profile, name="profile"),
    path("profile/edit/", edit, name="profile-edit"),
    path("profile/profile.pdf", profile_pdf, name="profile-pdf"),
    path("profile/images/<uuid:key>/", picture, name="photo"),
    path("employers/", employers, name="employers"),
    path("employers/<str:company>/answer/", employer_answer, name="employer-answer"),
    path("employers/<str:company>/end/", employer_end, name="employer-end"),
    path("viewed/", viewed, name="viewed"),
    path("password/", password, name="password"),
    path("sign-out/", sign_out, name="sign-out"),
]

urlpatterns = [
    # django-allauth finds the way in by this name; none of its own pages has an address here.
    path("worker/sign-in/", sign_in, name="account_login"),
    path("worker/", include((_pages, "worker"))),
]
