from django.apps import AppConfig


class LeavingConfig(AppConfig):
    name = "ccus.domain.leaving"
    label = "leaving"
    default_auto_field = "django.db.models.BigAutoField"
