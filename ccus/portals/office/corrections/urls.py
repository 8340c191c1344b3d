"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, include, path

from ccus.portals.office.corrections.acts import correction_act
from ccus.portals.office.corrections.file import correction_file, correction_template
from ccus.portals.office.corrections.one import correction
from ccus.portals.office.corrections.preview import (
    correction_lines,
    correction_preview,
    correction_progress,
    correction_table,
)
from ccus.portals.office.corrections.row import correction_row
from ccus.portals.office.corrections.view import corrections, new_correction

_one: list[URLPattern | URLResolver] = [
    path("", correction, name="correction"),
    path("row/", correction_row, name="correction-row"),
    path("file/", correction_file, name="correction-file"),
    path("template.csv", correction_template, {"kind": "csv"}, name="correction-template-csv"),
    path("template.xlsx", correction_template, {"kind": "xlsx"}, name="correction-template-xlsx"),
    path("preview/", correction_preview, name="correction-preview"),
    path("preview/progress/", correction_progress, name="correction-progress"),
    path("preview/table.<slug:kind>", correction_table, name="correction-table"),
    path("preview/<slug:kind>/", correction_lines, name="correction-lines"),
    path("acts/<slug:act>/", correction_act, name="correction-act"),
]
pages: list[URLPattern | URLResolver] = [
    path("corrections/", corrections, name="corrections"),
    path("corrections/new/", new_correction, name="new-correction"),
    path("corrections/<uuid:key>/", include(_one)),
]
