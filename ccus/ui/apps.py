from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "ccus.ui"
    label = "ui"
    verbose_name = "画面の部品"
