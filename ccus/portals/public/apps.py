from django.apps import AppConfig


class PublicPortalConfig(AppConfig):
    name = "ccus.portals.public"
    label = "portal_public"
