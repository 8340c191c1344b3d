from django.apps import AppConfig


class ProxiesConfig(AppConfig):
    name = "ccus.domain.proxies"
    label = "proxies"
    default_auto_field = "django.db.models.BigAutoField"
