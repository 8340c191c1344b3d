from django.apps import AppConfig


class FilingPortalConfig(AppConfig):
    name = "ccus.portals.filing"
    label = "portal_filing"
