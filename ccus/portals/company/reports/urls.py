"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.reports.overview.view import reports
from ccus.portals.company.reports.own.retirement import report_retirement
from ccus.portals.company.reports.own.view import report_own, report_own_file
from ccus.portals.company.reports.site.view import report_site, report_site_file

pages: list[URLPattern | URLResolver] = [
    path("reports/", reports, name="reports"),
    path("reports/<slug:month>/own/", report_own, name="report-own"),
    path("reports/<slug:month>/own/<slug:kind>/", report_own_file, name="report-own-file"),
    path("reports/<slug:month>/retirement-aid/<slug:kind>/", report_retirement, name="report-retirement"),
    path("reports/<slug:month>/sites/<str:number>/", report_site, name="report-site"),
    path("reports/<slug:month>/sites/<str:number>/<slug:kind>/", report_site_file, name="report-site-file"),
]
