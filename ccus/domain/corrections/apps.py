from django.apps import AppConfig


class CorrectionsConfig(AppConfig):
    name = "ccus.domain.corrections"
    label = "corrections"
    default_auto_field = "django.db.models.BigAutoField"
