"""Addresses of the worker's portal."""

from django.urls import include, path, register_converter

from ccus.entrance.addresses import own_addresses
from ccus.entrance.asking.addresses import asking_addresses
from ccus.entrance.notices.view import notices, notices_reading
from ccus.entrance.password.view import password
from ccus.entrance.sign_in.addresses import sign_in_addresses
from ccus.entrance.sign_in.view import sign_in, sign_out
from ccus.portals.worker.asking.view import asking_day
from ccus.portals.worker.card.address import card_address
from ccus.portals.worker.card.view import card, card_arrival, card_finding, card_loss
from ccus.portals.worker.career.files import (
    career_as_pdf,
    career_as_svg,
    history_as_csv,
    history_as_xlsx,
)
from ccus.portals.worker.career.view import career
from ccus.portals.worker.certificates.view import certificate_as_pdf, certificate_revocation, certificates
from ccus.portals.worker.claims.view import claim, claims
from ccus.portals.worker.consents.view import consents
from ccus.portals.worker.contacts.view import contact_code, contact_removal, contacts
from ccus.portals.worker.correction.view import correction
from ccus.portals.worker.day.view import day, day_asking
from ccus.portals.worker.disclosure.preview.view import preview
from ccus.portals.worker.disclosure.record.view import disclosure_record
from ccus.portals.worker.disclosure.view import disclosure, disclosure_change
from ccus.portals.worker.employers.view import employer_answer, employer_end, employers
from ccus.portals.worker.entry.places import entry
from ccus.portals.worker.entry.view import entry_own_site, entry_site
from ccus.portals.worker.expiring.view import expiring
from ccus.portals.worker.first_steps.view import contents_seen
from ccus.portals.worker.history.view import history
from ccus.portals.worker.home.view import home
from ccus.portals.worker.known.view import known
from ccus.portals.worker.leaving.view import leaving, leaving_request
from ccus.portals.worker.listing.view import listing
from ccus.portals.worker.live.view import live
from ccus.portals.worker.mandates.view import mandate_decline, mandate_end, mandate_new, mandates
from ccus.portals.worker.months import DayConverter, MonthConverter
from ccus.portals.worker.own_sites.attach import attach, attach_search
from ccus.portals.worker.own_sites.view import own_site, own_site_new, own_sites
from ccus.portals.worker.placements.view import worker_placements
from ccus.portals.worker.profile.edit import edit
from ccus.portals.worker.profile.view import picture, profile, profile_pdf
from ccus.portals.worker.sites.view import sites
from ccus.portals.worker.sums.view import sums
from ccus.portals.worker.viewed.view import viewed, viewed_not_enough, viewed_visit

register_converter(DayConverter, "day")
register_converter(MonthConverter, "month")

_pages = [
    path("", home, name="home"),
    path("live/", live, name="live"),
    path("history/", history, name="history"),
    path("history/<month:month>/", history, name="history-month"),
    path("history/<month:month>/known/", known, name="history-known"),
    path("history/list/", listing, name="history-list"),
    path("history/sums/", sums, name="history-sums"),
    path("history/day/<day:on>/", day, name="history-day"),
    path("history/day/<day:on>/asking/", day_asking, name="history-day-asking"),
    path("entry/", entry, name="entry"),
    path("entry/<str:site>/", entry_site, name="entry-site"),
    path("entry/own/<uuid:key>/", entry_own_site, name="entry-own-site"),
    path("own-sites/", own_sites, name="own-sites"),
    path("own-sites/new/", own_site_new, name="own-site-new"),
    path("own-sites/<uuid:key>/", own_site, name="own-site"),
    path("own-sites/<uuid:key>/attach/", attach_search, name="own-site-search"),
    path("own-sites/<uuid:key>/attach/<str:site>/", attach, name="own-site-attach"),
    path("claims/", claims, name="claims"),
    path("claims/<uuid:key>/", claim, name="claim"),
    path("corrections/<str:site>/<day:on>/", correction, name="correction"),
    path("card/", card, name="card"),
    path("card/address/", card_address, name="card-address"),
    path("card/arrival/", card_arrival, name="card-arrival"),
    path("card/<int:serial>/loss/", card_loss, name="card-loss"),
    path("card/<int:serial>/finding/", card_finding, name="card-finding"),
    path("mandates/", mandates, name="mandates"),
    path("mandates/new/", mandate_new, name="mandate-new"),
    path("mandates/<str:company>/end/", mandate_end, name="mandate-end"),
    path("mandates/<str:company>/decline/", mandate_decline, name="mandate-decline"),
    path("career/", career, name="career"),
    path("career/career.svg", career_as_svg, name="career-svg"),
    path("career/career.pdf", career_as_pdf, name="career-pdf"),
    path("career/history.csv", history_as_csv, name="history-csv"),
    path("career/history.xlsx", history_as_xlsx, name="history-xlsx"),
    path("career/certificates/", certificates, name="certificates"),
    path("career/certificates/<uuid:key>/certificate.pdf", certificate_as_pdf, name="certificate-pdf"),
    path("career/certificates/<uuid:key>/revocation/", certificate_revocation, name="certificate-revocation"),
    path("notices/", notices, name="notices"),
    path("notices/reading/", notices_reading, name="notices-reading"),
    path("sites/", sites, name="sites"),
    path("consents/", consents, name="consents"),
    path("placements/", worker_placements, name="placements"),
    path("profile/", profile, name="profile"),
    path("profile/edit/", edit, name="profile-edit"),
    path("profile/profile.pdf", profile_pdf, name="profile-pdf"),
    path("profile/images/<uuid:key>/", picture, name="photo"),
    path("leaving/", leaving, name="leaving"),
    path("leaving/request/", leaving_request, name="leaving-request"),
    path("employers/", employers, name="employers"),
    path("employers/<str:company>/answer/", employer_answer, name="employer-answer"),
    path("employers/<str:company>/end/", employer_end, name="employer-end"),
    path("disclosure/", disclosure, name="disclosure"),
    path("disclosure/change/", disclosure_change, name="disclosure-change"),
    path("disclosure/preview/<str:viewer>/", preview, name="disclosure-preview"),
    path("disclosure/record/", disclosure_record, name="disclosure-record"),
    path("expiring/", expiring, name="expiring"),
    path("first-steps/contents/", contents_seen, name="contents-seen"),
    path("viewed/", viewed, name="viewed"),
    path("viewed/<day:on>/<str:who>/", viewed_visit, name="viewed-visit"),
    path("viewed/<day:on>/<str:who>/not-enough/", viewed_not_enough, name="viewed-not-enough"),
    *asking_addresses,
    path("asking/day/<day:on>/", asking_day, name="asking-day"),
    path("password/", password, name="password"),
    path("contacts/", contacts, name="contacts"),
    path("contacts/<uuid:key>/", contact_code, name="contact-code"),
    path("contacts/<uuid:key>/removal/", contact_removal, name="contact-removal"),
    path("sign-out/", sign_out, name="sign-out"),
    *own_addresses,
]

urlpatterns = [
    # django-allauth finds the way in by this name; none of its own pages has an address here.
    path("worker/sign-in/", sign_in, name="account_login"),
    *sign_in_addresses,
    path("worker/", include((_pages, "worker"))),
]
