"""The list of own workers, with and without disclosure: reads which of them and a count, answers in ms of CPU.

"page 5" and "page plain 5" ask for the page five times and answer the median; "clock" answers the median time that the
same requests took.
"""

import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from bench._asked import enter
from bench._common import median

django.setup()

from ccus.domain.cards.faces import label  # noqa: E402 - models are known only now
from ccus.domain.cards.models import Card  # noqa: E402
from ccus.domain.companies.seats import SeatMe  # noqa: E402
from ccus.domain.disclosure.models import DisclosureTrace  # noqa: E402
from ccus.domain.employees.staff import StaffPage  # noqa: E402
from ccus.domain.workers.models import Affiliation, Worker, WorkerName, WorkerTrade  # noqa: E402
from ccus.domain.workers.terms import Employment  # noqa: E402
from ccus.foundation import clock  # noqa: E402
from ccus.foundation.superseding import standing_on  # noqa: E402
from ccus.portals.company.employees.listing import view  # noqa: E402
from ccus.portals.company.employees.listing.rows import Row  # noqa: E402

WORKERS = 200
_READING = "_rows"
"""The function of the page that reads; it is exchanged."""
_ROWS = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
Reading = Callable[[SeatMe, StaffPage], list[Row]]


def main() -> None:
    """Sign in as the employer, then serve the measurement until the input ends."""
    view.PAGE = WORKERS
    readings: dict[str, Reading] = {"": vars(view)[_READING], "plain": plainly}
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": static}, STATIC_ROOT=None):
        client = Client(HTTP_HOST="localhost")
        enter(client, get_user_model().objects.get(pk=1))
        require_the_same(client, readings)
        print("ready", flush=True)
        passed: list[float] = []
        for line in sys.stdin:
            if line.startswith("clock"):
                print(round(median(passed), 4), flush=True)
                continue
            how, count = line.removeprefix("page").split() if "plain" in line else ("", line.split()[1])
            vars(view)[_READING] = readings[how]
            taken = [asked(client) for _ in range(int(count))]
            passed = [clock_ms for _, clock_ms in taken]
            print(round(median([cpu for cpu, _ in taken]), 4), flush=True)


def plainly(seat: SeatMe, page: StaffPage) -> list[Row]:
    """The same rows as a page without disclosure would read them: each table once, the columns that it shows."""
    today, workers = clock.today(), page.workers
    numbers = dict(Worker.objects.filter(pk__in=workers).values_list("pk", "number"))
    named = standing_on(WorkerName.objects.filter(worker__in=workers), today)
    names = {worker: (kana, name) for worker, kana, name in named.values_list("worker", "kana", "official")}
    trades: defaultdict[int, list[str]] = defaultdict(list)
    held = standing_on(WorkerTrade.objects.filter(worker__in=workers), today).order_by("rank")
    for worker, trade in held.values_list("worker", "trade__label"):
        trades[worker].append(trade)
    cards = Card.objects.filter(worker__in=workers, revocation=None).order_by("serial")
    colours = dict(cards.values_list("worker", "colour"))
    linked = standing_on(Affiliation.objects.filter(worker__in=workers, company=seat.company), today)
    links = {link.worker_id: link for link in linked}
    return [
        Row(
            number=numbers[worker],
            kana=names[worker][0],
            name=names[worker][1],
            card=label(colours[worker]),
            trade=trades[worker][0],
            other_trades="、".join(trades[worker][1:]),
            employment=Employment(links[worker].employment).label if links[worker].employment else "",
            main="○" if links[worker].is_main else "",
            since=links[worker].valid_from.isoformat(),
        )
        for worker in workers
    ]


def require_the_same(client: Client, readings: dict[str, Reading]) -> None:
    """Both pages show the same 200 rows, and only one leaves traces. Raises RuntimeError."""
    shown, left = [], []
    for reading in readings.values():
        vars(view)[_READING] = reading
        before = DisclosureTrace.objects.count()
        shown.append(_ROWS.findall(client.get(reverse("company:employees")).content.decode()))
        left.append(DisclosureTrace.objects.count() - before)
    if shown[0] != shown[1] or len(shown[0]) < WORKERS or left != [WORKERS, 0]:
        raise RuntimeError(f"{len(shown[0])} and {len(shown[1])} rows, {left} traces")


def asked(client: Client) -> tuple[float, float]:
    """CPU of application and backend, and time passed, of one request, in ms."""
    backend = _backend()
    started, used = time.perf_counter(), time.process_time() + _cpu_of(backend)
    status = client.get(reverse("company:employees")).status_code
    used, passed = time.process_time() + _cpu_of(backend) - used, time.perf_counter() - started
    if status != 200:
        raise RuntimeError(f"{status}")
    return used * 1000, passed * 1000


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _cpu_of(process: int) -> float:
    """Seconds that a process has run, as the kernel counts them."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


if __name__ == "__main__":
    main()
