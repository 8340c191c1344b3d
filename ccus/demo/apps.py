from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "ccus.demo"
    label = "demo"
    verbose_name = "仮の国"
