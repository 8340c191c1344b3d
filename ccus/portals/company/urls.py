"""Addresses of this portal; each part of it names its own."""

from django.urls import URLPattern, URLResolver, include, path

from ccus.entrance.addresses import own_addresses
from ccus.entrance.asking.addresses import asking_addresses
from ccus.entrance.idle import still_at_work
from ccus.entrance.notices.view import notices, notices_reading
from ccus.entrance.password.view import password
from ccus.entrance.sign_in.view import sign_in
from ccus.entrance.who import Side
from ccus.portals.company.approvals.urls import pages as approvals
from ccus.portals.company.clients.urls import pages as clients
from ccus.portals.company.disclosure.urls import pages as disclosure
from ccus.portals.company.employees.urls import pages as employees
from ccus.portals.company.home.urls import pages as home
from ccus.portals.company.organisation.urls import pages as organisation
from ccus.portals.company.own_records.urls import pages as own_records
from ccus.portals.company.papers.urls import pages as papers
from ccus.portals.company.profile.urls import pages as profile
from ccus.portals.company.questions.urls import pages as questions
from ccus.portals.company.readiness.urls import pages as readiness
from ccus.portals.company.reports.urls import pages as reports
from ccus.portals.company.roster.urls import pages as roster
from ccus.portals.company.search.urls import pages as search
from ccus.portals.company.site_fees.urls import pages as site_fees
from ccus.portals.company.sites.urls import pages as sites
from ccus.portals.company.structure.urls import pages as structure

_pages: list[URLPattern | URLResolver] = [
    *home,
    *organisation,
    *profile,
    *employees,
    *search,
    *clients,
    *disclosure,
    *questions,
    *approvals,
    *own_records,
    *sites,
    *structure,
    *roster,
    *readiness,
    *papers,
    *reports,
    *site_fees,
    path("notices/", notices, name="notices"),
    path("notices/reading/", notices_reading, name="notices-reading"),
    path("sign-in/", sign_in, {"side": Side.COMPANY}, name="sign-in"),
    path("still-here/", still_at_work, name="still-here"),
    *asking_addresses,
    path("password/", password, name="password"),
    *own_addresses,
]

urlpatterns = [path("company/", include((_pages, "company")))]
