"""The list of waiting applications of one database, asked over and over: reads a count, answers in ms.

A process of its own for each database, so that rounds of the two alternate and both are warm.
"""

import sys
import time

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from bench._asked import enter
from bench._common import median


def main() -> None:
    """Sign in as the officer, then serve the measurement until the input ends."""
    django.setup()
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}, STATIC_ROOT=None):
        client = Client(HTTP_HOST="localhost")
        officer = get_user_model().objects.get(officer__isnull=False)
        enter(client, officer)
        print("ready", flush=True)
        for line in sys.stdin:
            print(round(asked(client, int(line)), 4), flush=True)


def asked(client: Client, count: int) -> float:
    """The median time of `count` requests, in ms. Raises RuntimeError for anything but a full page of the list."""
    url = reverse("office:queue")
    times = []
    for _ in range(count):
        started = time.perf_counter()
        response = client.get(url)
        times.append((time.perf_counter() - started) * 1000)
        if response.status_code != 200 or response.content.count(b"/office/cases/") != 50:
            raise RuntimeError(f"{url}: {response.status_code}")
    return median(times)


if __name__ == "__main__":
    main()
