"""Addresses of the homepage and of what stands around it."""

from django.urls import include, path

from ccus.portals.public.announcements.view import announcement_page, announcements_page
from ccus.portals.public.check.view import check_code, check_page
from ccus.portals.public.guide.view import guide
from ccus.portals.public.home.view import front
from ccus.portals.public.invitation.view import invitation
from ccus.portals.public.register.view import register, register_sent
from ccus.portals.public.site.view import site
from ccus.portals.public.texts.view import accessibility, contact, privacy, terms

_pages = [
    path("", front, name="front"),
    path("announcements/", announcements_page, name="announcements"),
    path("announcements/<int:number>/", announcement_page, name="announcement"),
    path("guide/", guide, name="guide"),
    path("contact/", contact, name="contact"),
    path("privacy/", privacy, name="privacy"),
    path("terms/", terms, name="terms"),
    path("accessibility/", accessibility, name="accessibility"),
    path("check/", check_page, name="check"),
    path("check/<str:code>/", check_code, name="check-code"),
    path("register/", register, name="register"),
    path("site/<str:site>/", site, name="site"),
    path("invitation/<str:token>/", invitation, name="invitation"),
    path("register/sent/", register_sent, name="register-sent"),
]

urlpatterns = [path("", include((_pages, "public")))]
