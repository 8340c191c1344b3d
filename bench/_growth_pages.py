"""The pages of one database, asked over and over: reads "home" or "history" and a count, answers in ms.

A process of its own for each database, so that rounds of the three alternate and every process is warm.
"""

import sys
import time
from datetime import timedelta

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from bench._common import median
from ccus.foundation import clock

SUBJECTS = 20
PAGES = ("home", "history")


def main() -> None:
    """Sign in as some workers, then serve the measurement until the input ends."""
    django.setup()
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}, STATIC_ROOT=None):
        clients = signed_in()
        print("ready", flush=True)
        for line in sys.stdin:
            page, count = line.split()
            print(round(asked(clients, page, int(count)), 4), flush=True)


def signed_in() -> list[Client]:
    """Workers spread over the whole register."""
    accounts = list(get_user_model().objects.order_by("pk"))
    step = max(1, len(accounts) // SUBJECTS)
    clients = []
    for account in accounts[step // 2 :: step][:SUBJECTS]:
        client = Client(HTTP_HOST="localhost")
        client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
        clients.append(client)
    return clients


def asked(clients: list[Client], page: str, count: int) -> float:
    """The median time of `count` requests, in ms. Raises RuntimeError for anything but a page."""
    month = clock.today().replace(day=1) - timedelta(days=1)
    url = reverse("worker:home") if page == "home" else reverse("worker:history-month", args=[month])
    times = []
    for n in range(count):
        started = time.perf_counter()
        response = clients[n % len(clients)].get(url)
        times.append((time.perf_counter() - started) * 1000)
        if response.status_code != 200:
            raise RuntimeError(f"{url}: {response.status_code}")
    return median(times)


if __name__ == "__main__":
    main()
