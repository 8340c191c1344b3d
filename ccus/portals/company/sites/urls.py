"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.sites.contracts.view import site_contract, site_new_contract
from ccus.portals.company.sites.door.view import site_door
from ccus.portals.company.sites.edit.view import site_edit
from ccus.portals.company.sites.listing.view import sites
from ccus.portals.company.sites.one.view import site
from ccus.portals.company.sites.partners.view import site_partner_end, site_partners
from ccus.portals.company.sites.people.view import site_people, site_post_end
from ccus.portals.company.sites.period.view import site_period
from ccus.portals.company.sites.readers.view import site_reader_stop, site_readers
from ccus.portals.company.sites.registration.view import new_site
from ccus.portals.company.sites.small.view import new_small_site

_ONE = "sites/<str:site>/"
pages: list[URLPattern | URLResolver] = [
    path("sites/", sites, name="sites"),
    path("sites/new/", new_site, name="new-site"),
    path("sites/small/", new_small_site, name="new-small-site"),
    path(_ONE, site, name="site"),
    path(f"{_ONE}edit/", site_edit, name="site-edit"),
    path(f"{_ONE}period/", site_period, name="site-period"),
    path(f"{_ONE}contracts/new/", site_new_contract, name="site-new-contract"),
    path(f"{_ONE}contracts/<uuid:key>/", site_contract, name="site-contract"),
    path(f"{_ONE}partners/", site_partners, name="site-partners"),
    path(f"{_ONE}partners/<str:company>/end/", site_partner_end, name="site-partner-end"),
    path(f"{_ONE}people/", site_people, name="site-people"),
    path(f"{_ONE}people/<str:login_id>/end/", site_post_end, name="site-post-end"),
    path(f"{_ONE}readers/", site_readers, name="site-readers"),
    path(f"{_ONE}readers/<uuid:key>/stop/", site_reader_stop, name="site-reader-stop"),
    path(f"{_ONE}door/", site_door, name="site-door"),
]
