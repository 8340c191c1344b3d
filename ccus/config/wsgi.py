"""The portals' door for a WSGI server (Granian)."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from ccus.foundation import env


def _open() -> WSGIHandler:
    if not env.text("SECRET_KEY") and not env.flag("DEBUG"):
        raise ImproperlyConfigured("SECRET_KEY を環境変数で指定してください(全プロセスで同じ値)。")
    return get_wsgi_application()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccus.config.settings")
application = _open()
