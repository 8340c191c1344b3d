"""Addresses of this portal."""

from django.urls import URLPattern, URLResolver, include, path

from ccus.entrance.addresses import own_addresses
from ccus.entrance.idle import still_here
from ccus.entrance.password.view import password
from ccus.entrance.sign_in.view import sign_in
from ccus.entrance.who import Side
from ccus.portals.office.agents.view import agent_end, agents
from ccus.portals.office.announcements.view import (
    announcement_withdrawal,
    announcements,
    new_announcement,
)
from ccus.portals.office.callers.view import caller, caller_finding, caller_loss, caller_reissue
from ccus.portals.office.cards.batch import (
    batch,
    batch_faces,
    batch_letters,
    batch_letters_anew,
    batch_posting,
    batch_progress,
    batch_spoiled,
)
from ccus.portals.office.cards.card import card
from ccus.portals.office.cards.view import cards, new_batch
from ccus.portals.office.case.fields import case_field, case_finding_drop
from ccus.portals.office.case.suspect import case_suspect, case_suspect_again, case_suspect_different
from ccus.portals.office.case.view import (
    case,
    case_approval,
    case_hold,
    case_image,
    case_rejection,
    case_release,
    case_return,
    case_submission,
)
from ccus.portals.office.corrections.urls import pages as corrections
from ccus.portals.office.desk.urls import pages as desk
from ccus.portals.office.disputes.view import dispute, disputes
from ccus.portals.office.enquiries.view import enquiries, enquiry, enquiry_image, enquiry_opening
from ccus.portals.office.features.view import feature_opening, features
from ccus.portals.office.fees.bank import bank_file, bank_payments
from ccus.portals.office.fees.tariffs import tariffs
from ccus.portals.office.fees.view import charge, fees
from ccus.portals.office.figures.urls import pages as figures
from ccus.portals.office.home.view import home
from ccus.portals.office.identity.view import identity, identity_request, identity_stopping
from ccus.portals.office.looks.urls import pages as looks
from ccus.portals.office.queue.view import next_case, queue
from ccus.portals.office.retention.urls import pages as retention
from ccus.portals.office.returning.view import returning, returning_confirmed
from ccus.portals.office.same_person.pair import same_person_act, same_person_pair
from ccus.portals.office.same_person.view import same_person
from ccus.portals.office.second.urls import pages as second
from ccus.portals.office.second_factors.view import second_factors
from ccus.portals.office.site_fees.view import site_fees

_case: list[URLPattern | URLResolver] = [
    path("", case, name="case"),
    path("hold/", case_hold, name="case-hold"),
    path("release/", case_release, name="case-release"),
    path("return/", case_return, name="case-return"),
    path("approval/", case_approval, name="case-approval"),
    path("rejection/", case_rejection, name="case-rejection"),
    path("images/<uuid:key>/", case_image, name="case-image"),
    path("previews/<uuid:key>/", case_image, {"is_preview": True}, name="case-preview"),
    path("submissions/<int:ordinal>/", case_submission, name="case-submission"),
    path("suspects/<slug:other>/", case_suspect, name="case-suspect"),
    path("suspects/<slug:other>/different/", case_suspect_different, name="case-suspect-different"),
    path("suspects/<slug:other>/again/", case_suspect_again, name="case-suspect-again"),
    path("findings/<int:finding>/drop/", case_finding_drop, name="case-finding-drop"),
    path("fields/", case_field, name="case-whole"),
    path("fields/<slug:section>/", case_field, name="case-section"),
    path("fields/<slug:section>/<slug:row>/", case_field, name="case-row"),
    path("fields/<slug:section>/<slug:row>/<slug:field>/", case_field, name="case-field"),
]
_batch: list[URLPattern | URLResolver] = [
    path("", batch, name="batch"),
    path("progress/", batch_progress, name="batch-progress"),
    path("parts/<int:part>/faces/", batch_faces, name="batch-faces"),
    path("parts/<int:part>/letters/", batch_letters, name="batch-letters"),
    path("parts/<int:part>/letters/anew/", batch_letters_anew, name="batch-letters-anew"),
    path("spoiled/", batch_spoiled, name="batch-spoiled"),
    path("posting/", batch_posting, name="batch-posting"),
]
_pages: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    *second,
    path("queue/", queue, name="queue"),
    path("queue/next/", next_case, name="next-case"),
    path("cases/<slug:number>/", include(_case)),
    path("fees/", fees, name="fees"),
    path("fees/<int:charge>/", charge, name="charge"),
    path("fees/tariffs/", tariffs, name="tariffs"),
    path("fees/bank-file/", bank_file, name="bank-file"),
    path("fees/bank-file/payments/", bank_payments, name="bank-payments"),
    path("site-fees/", site_fees, name="site-fees"),
    path("cards/", cards, name="cards"),
    path("cards/batches/new/", new_batch, name="new-batch"),
    path("cards/batches/<uuid:key>/", include(_batch)),
    path("cards/numbers/<slug:token>/", card, name="card"),
    path("disputes/", disputes, name="disputes"),
    path("disputes/<uuid:key>/", dispute, name="dispute"),
    path("enquiries/", enquiries, name="enquiries"),
    path("enquiries/opening/", enquiry_opening, name="enquiry-opening"),
    path("enquiries/<int:enquiry>/", enquiry, name="enquiry"),
    path("enquiries/<int:enquiry>/card/", caller, name="caller"),
    path("enquiries/<int:enquiry>/card/<int:serial>/loss/", caller_loss, name="caller-loss"),
    path("enquiries/<int:enquiry>/card/<int:serial>/finding/", caller_finding, name="caller-finding"),
    path("enquiries/<int:enquiry>/card/reissue/", caller_reissue, name="caller-reissue"),
    path("enquiries/<int:enquiry>/images/<uuid:key>/", enquiry_image, name="enquiry-image"),
    *desk,
    *looks,
    *corrections,
    *figures,
    *retention,
    path("same-person/", same_person, name="same-person"),
    path("same-person/<slug:number>/<slug:other>/", same_person_pair, name="same-person-pair"),
    path("same-person/<slug:number>/<slug:other>/<slug:act>/", same_person_act, name="same-person-act"),
    path("returning/", returning, name="returning"),
    path("returning/confirmed/", returning_confirmed, name="returning-confirmed"),
    path("identity/", identity, name="identity"),
    path("identity/<uuid:key>/", identity_request, name="identity-request"),
    path("identity/<uuid:key>/stopping/", identity_stopping, name="identity-stopping"),
    path("announcements/", announcements, name="announcements"),
    path("announcements/new/", new_announcement, name="new-announcement"),
    path(
        "announcements/<int:announcement>/withdrawal/",
        announcement_withdrawal,
        name="announcement-withdrawal",
    ),
    path("agents/", agents, name="agents"),
    path("agents/<int:licence>/end/", agent_end, name="agent-end"),
    path("features/", features, name="features"),
    path("features/<slug:feature>/", feature_opening, name="feature-opening"),
    path("second-factors/", second_factors, name="second-factors"),
    path("sign-in/", sign_in, {"side": Side.OFFICE}, name="sign-in"),
    path("still-here/", still_here, name="still-here"),
    path("password/", password, name="password"),
    *own_addresses,
]

urlpatterns = [path("office/", include((_pages, "office")))]
