"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from ccus.portals.company.employees.expiring.view import expiring
from ccus.portals.company.employees.listing.view import employees, employees_file
from ccus.portals.company.employees.one.view import employee, employee_end, employee_image
from ccus.portals.company.employees.requests.view import request_answer, requests
from ccus.portals.company.employees.statistics.view import statistics, statistics_file

pages: list[URLPattern | URLResolver] = [
    path("employees/", employees, name="employees"),
    path("employees/list.<slug:kind>", employees_file, name="employees-file"),
    path("employees/requests/", requests, name="employee-requests"),
    path("employees/requests/<str:number>/", request_answer, name="employee-request"),
    path("employees/expiring/", expiring, name="employee-expiring"),
    path("employees/statistics/", statistics, name="employee-statistics"),
    path("employees/statistics.<slug:kind>", statistics_file, name="employee-statistics-file"),
    path("employees/<str:number>/", employee, name="employee"),
    path("employees/<str:number>/end/", employee_end, name="employee-end"),
    path("employees/<str:number>/images/<uuid:key>/", employee_image, name="employee-image"),
]
