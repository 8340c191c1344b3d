"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.site_fees.files.view import site_fee_bill, site_fee_file
from ccus.portals.company.site_fees.month.view import site_fee_month
from ccus.portals.company.site_fees.overview.view import site_fees
from ccus.portals.company.site_fees.site.view import site_fee_site

pages: list[URLPattern | URLResolver] = [
    path("site-fees/", site_fees, name="site-fees"),
    path("site-fees/<slug:month>/", site_fee_month, name="site-fee-month"),
    path("site-fees/<slug:month>/bill/", site_fee_bill, name="site-fee-bill"),
    path("site-fees/<slug:month>/days/<slug:kind>/", site_fee_file, name="site-fee-file"),
    path("site-fees/<slug:month>/sites/<str:number>/", site_fee_site, name="site-fee-site"),
]
