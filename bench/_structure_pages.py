"""The page of a structure, asked over and over: reads what, the site and a count, answers in ms.

"page": the whole page, as the prime sees it. "tree": its layout and the drawing of the first sheet, as the page has it.
"sheets": the same with every sheet drawn.
"""

import sys
import time
from collections.abc import Callable

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from bench._asked import enter
from bench._common import median
from bench._sites import number_of, prime_of

django.setup()

from ccus.domain.sites.reading.structure import tree_of  # noqa: E402 - models are known only now
from ccus.domain.sites.tree import Node, sheets_of  # noqa: E402
from ccus.portals.company.structure.site.drawing import drawn  # noqa: E402


def main() -> None:
    """Sign in as the primes, then serve the measurement until the input ends."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}, STATIC_ROOT=None):
        clients: dict[int, Client] = {}
        print("ready", flush=True)
        for line in sys.stdin:
            what, place, count = line.split()
            do = page(clients, int(place)) if what == "page" else tree(int(place), whole=what == "sheets")
            print(round(median([taken(do) for _ in range(int(count))]), 4), flush=True)


def taken(do: Callable[[], object]) -> float:
    """How long it takes, in ms."""
    started = time.perf_counter()
    do()
    return (time.perf_counter() - started) * 1000


def page(clients: dict[int, Client], place: int) -> Callable[[], object]:
    """Ask for the page. Raises RuntimeError for anything but a page with its tree."""
    if place not in clients:
        clients[place] = Client(HTTP_HOST="localhost")
        account = get_user_model().objects.get(pk=prime_of(place))
        enter(clients[place], account)
    url = reverse("company:structure-site", args=[number_of(place)])

    def ask() -> None:
        response = clients[place].get(url)
        if response.status_code != 200 or b'<svg class="tree"' not in response.content:
            raise RuntimeError(f"{url}: {response.status_code}")

    return ask


def tree(place: int, *, whole: bool) -> Callable[[], object]:
    """Lay out and draw a tree that was read before."""
    shown = tree_of(place)

    def draw() -> None:
        sheets = sheets_of([Node(spot.member, spot.parent) for spot in shown.spots])
        for sheet in sheets if whole else sheets[:1]:
            drawn(sheet, shown.by_member, {box.id: f"{shown.by_member[box.id].key}/" for box in sheet.boxes})

    return draw


if __name__ == "__main__":
    main()
