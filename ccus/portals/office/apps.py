from django.apps import AppConfig


class OfficePortalConfig(AppConfig):
    name = "ccus.portals.office"
    label = "portal_office"
