from django.apps import AppConfig


class WorkerPortalConfig(AppConfig):
    name = "ccus.portals.worker"
    label = "portal_worker"
