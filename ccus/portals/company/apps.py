from django.apps import AppConfig


class CompanyPortalConfig(AppConfig):
    name = "ccus.portals.company"
    label = "portal_company"
