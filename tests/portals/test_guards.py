"""The browser's guards, and whom the portals believe about addresses: ASVS 3.4, SIGN-06, SIGN-07."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from django.test.utils import override_settings

from ccus.domain.accounts.terms import Counted
from ccus.entrance.sign_in.adapter import AccountAdapter
from ccus.foundation.env import REPOSITORY

ASKED = """
import json
from django.conf import settings
names = ("SECURE_PROXY_SSL_HEADER", "ALLAUTH_TRUSTED_PROXY_COUNT", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS")
print(json.dumps([bool(getattr(settings, name)) for name in names]))
"""


def guards(**environment: str) -> list[bool]:
    """What a process started with this environment would do."""
    settled = os.environ | {"DJANGO_SETTINGS_MODULE": "ccus.config.settings"} | environment
    asked = subprocess.run(
        [sys.executable, "-c", ASKED], cwd=REPOSITORY, env=settled, check=True, capture_output=True
    )
    found: list[bool] = json.loads(asked.stdout)
    return found


def test_behind_tls_the_proxy_says_who_calls_and_how() -> None:
    assert guards(PUBLIC_URL="https://portal.example") == [True, True, True, True]


def test_without_a_proxy_nobody_is_believed() -> None:
    assert guards(PUBLIC_URL="http://127.0.0.1:8000") == [False, False, False, False]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/worker/sign-in/", "/nowhere/", "/static/ui/css/main.css", "/worker/"])
def test_every_answer_carries_the_guards(client: Client, static_files: Path, path: str) -> None:
    with override_settings(STATIC_ROOT=static_files), closing(client.get(path)) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_network_is_the_address_that_the_proxy_saw_not_the_one_a_visitor_wrote(settings: object) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # type: ignore[attr-defined]
    request = RequestFactory().post("/", headers={"X-Forwarded-For": "192.0.2.1, 198.51.100.9"})
    counted = dict(AccountAdapter(request).attempt(request, "12345678901234").of)
    assert counted[Counted.NETWORK] == "198.51.100.9"
