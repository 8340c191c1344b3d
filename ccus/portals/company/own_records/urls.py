"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.own_records.claims.view import own_record_claim, own_record_claims
from ccus.portals.company.own_records.correction.view import own_record_correction
from ccus.portals.company.own_records.days.view import own_record_days
from ccus.portals.company.own_records.people.view import own_records
from ccus.portals.company.own_records.places.view import own_record_sites

pages: list[URLPattern | URLResolver] = [
    path("own-records/", own_records, name="own-records"),
    path("own-records/claims/", own_record_claims, name="own-record-claims"),
    path("own-records/claims/<uuid:key>/", own_record_claim, name="own-record-claim"),
    path("own-records/workers/<str:number>/", own_record_sites, name="own-record-sites"),
    path("own-records/workers/<str:number>/<str:site>/", own_record_days, name="own-record-days"),
    path(
        "own-records/workers/<str:number>/<str:site>/<slug:day>/",
        own_record_correction,
        name="own-record-correction",
    ),
]
