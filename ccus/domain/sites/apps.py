from django.apps import AppConfig


class SitesConfig(AppConfig):
    name = "ccus.domain.sites"
    label = "sites"
    default_auto_field = "django.db.models.BigAutoField"
