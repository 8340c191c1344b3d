"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.search.companies.view import search_for_companies
from ccus.portals.company.search.company.view import found_company
from ccus.portals.company.search.one.view import found_image, found_worker
from ccus.portals.company.search.workers.view import search_for_workers

pages: list[URLPattern | URLResolver] = [
    path("search/workers/", search_for_workers, name="search-workers"),
    path("search/workers/<str:number>/", found_worker, name="search-worker"),
    path("search/workers/<str:number>/images/<uuid:key>/", found_image, name="search-worker-image"),
    path("search/companies/", search_for_companies, name="search-companies"),
    path("search/companies/<str:number>/", found_company, name="search-company"),
]
