from django.apps import AppConfig


class SearchingConfig(AppConfig):
    name = "ccus.domain.searching"
    label = "searching"
    default_auto_field = "django.db.models.BigAutoField"
