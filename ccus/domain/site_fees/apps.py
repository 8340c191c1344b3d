from django.apps import AppConfig


class SiteFeesConfig(AppConfig):
    name = "ccus.domain.site_fees"
    label = "site_fees"
    default_auto_field = "django.db.models.BigAutoField"
