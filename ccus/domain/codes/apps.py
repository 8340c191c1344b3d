from django.apps import AppConfig


class CodesConfig(AppConfig):
    name = "ccus.domain.codes"
    label = "codes"
    default_auto_field = "django.db.models.BigAutoField"
