"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.office.figures.view import figure, figure_file, figures

pages: list[URLPattern | URLResolver] = [
    path("figures/", figures, name="figures"),
    path("figures/<slug:which>/", figure, name="figure"),
    path("figures/<slug:which>/<slug:table>/<slug:kind>/", figure_file, name="figure-file"),
]
