"""The settings' own table: limits that all processes share."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the migration of the shared cache."""

    name = "ccus.config"
    label = "config"
