from django.apps import AppConfig


class FeaturesConfig(AppConfig):
    name = "ccus.domain.features"
    label = "features"
    default_auto_field = "django.db.models.BigAutoField"
