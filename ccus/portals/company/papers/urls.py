"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.papers.listing.view import papers
from ccus.portals.company.papers.making.view import paper_file, paper_job, paper_progress
from ccus.portals.company.papers.site.view import site_papers

pages: list[URLPattern | URLResolver] = [
    path("papers/", papers, name="papers"),
    path("papers/making/<uuid:key>/", paper_job, name="paper-job"),
    path("papers/making/<uuid:key>/progress/", paper_progress, name="paper-progress"),
    path("papers/making/<uuid:key>/file/", paper_file, name="paper-file"),
    path("papers/<str:site>/", site_papers, name="site-papers"),
]
