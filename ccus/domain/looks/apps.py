from django.apps import AppConfig


class LooksConfig(AppConfig):
    name = "ccus.domain.looks"
    label = "looks"
    default_auto_field = "django.db.models.BigAutoField"
