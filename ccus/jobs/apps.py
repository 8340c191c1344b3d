from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "ccus.jobs"
    label = "jobs"
