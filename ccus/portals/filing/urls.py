"""Addresses of this portal."""

from django.urls import include, path

from ccus.entrance.password.view import password
from ccus.entrance.sign_in.view import sign_in
from ccus.entrance.who import Side
from ccus.portals.filing.application.entrusting import entrusting
from ccus.portals.filing.application.view import application, grade
from ccus.portals.filing.check.view import check
from ccus.portals.filing.clients.view import client, client_start
from ccus.portals.filing.filed.view import filed
from ccus.portals.filing.handing.view import handing
from ccus.portals.filing.home.view import home, start
from ccus.portals.filing.mask.view import mask
from ccus.portals.filing.picture.view import picture
from ccus.portals.filing.received.view import receipt_pdf, received
from ccus.portals.filing.section.view import row, section
from ccus.portals.filing.withdrawal.view import withdrawal

_pages = [
    path("", home, name="home"),
    path("sign-in/", sign_in, {"side": Side.APPLICANT}, name="sign-in"),
    path("password/", password, name="password"),
    path("start/", start, name="start"),
    path("for/<str:worker>/", client, name="client"),
    path("for/<str:worker>/start/", client_start, name="client-start"),
    path("images/<uuid:key>/", picture, name="picture"),
    path("<slug:number>/", application, name="application"),
    path("<slug:number>/grade/", grade, name="grade"),
    path("<slug:number>/check/", check, name="check"),
    path("<slug:number>/received/", received, name="received"),
    path("<slug:number>/received/receipt.pdf", receipt_pdf, name="receipt"),
    path("<slug:number>/filed/", filed, name="filed"),
    path("<slug:number>/entrusting/", entrusting, name="entrusting"),
    path("<slug:number>/withdrawal/", withdrawal, name="withdrawal"),
    path("<slug:number>/id/", handing, name="handing"),
    path("<slug:number>/<slug:section>/", section, name="section"),
    path("<slug:number>/<slug:section>/<slug:row>/", row, name="row"),
    path("<slug:number>/<slug:section>/<slug:row>/<slug:field>/mask/", mask, name="mask"),
]

urlpatterns = [path("filing/", include((_pages, "filing")))]
