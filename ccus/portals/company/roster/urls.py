"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.roster.add.view import roster_add
from ccus.portals.company.roster.batch.upload import roster_import
from ccus.portals.company.roster.batch.view import roster_batch
from ccus.portals.company.roster.compare.view import roster_compare
from ccus.portals.company.roster.files.view import roster_file
from ccus.portals.company.roster.listing.view import rosters
from ccus.portals.company.roster.one.view import roster
from ccus.portals.company.roster.patterns.view import roster_patterns
from ccus.portals.company.roster.placements.view import placements

_ONE = "rosters/<uuid:key>/"
pages: list[URLPattern | URLResolver] = [
    path("rosters/", rosters, name="rosters"),
    path(_ONE, roster, name="roster"),
    path(f"{_ONE}add/", roster_add, name="roster-add"),
    path(f"{_ONE}import/", roster_import, name="roster-import"),
    path(f"{_ONE}import/<uuid:batch>/", roster_batch, name="roster-batch"),
    path(f"{_ONE}patterns/", roster_patterns, name="roster-patterns"),
    path(f"{_ONE}compare/", roster_compare, name="roster-compare"),
    path(f"{_ONE}roster.csv", roster_file, {"kind": "csv"}, name="roster-csv"),
    path(f"{_ONE}roster.xlsx", roster_file, {"kind": "xlsx"}, name="roster-xlsx"),
    path("placements/", placements, name="placements"),
]
