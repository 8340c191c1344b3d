from django.apps import AppConfig


class WorkHistoryConfig(AppConfig):
    name = "ccus.domain.work_history"
    label = "work_history"
    default_auto_field = "django.db.models.BigAutoField"
