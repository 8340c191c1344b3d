"""What waits, approvals and a worker's pages in one register, asked over and over: answers in ms, or rows per second.

"inbox 1 3": the page of what waits for the prime of place 1, the median of three. "home 4500 3", "history 4500 3",
"list 4500 3": pages of the worker with so many records. "approve 5": all days that wait at place 5, at once; "bare 5":
one plain UPDATE of the same rows, taken back.
"""

import sys
import time
from datetime import date

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from bench._common import median

django.setup()

from ccus.domain.audit.terms import Actor, ActorKind  # noqa: E402 - models are known only now
from ccus.domain.companies.models import Company  # noqa: E402
from ccus.domain.work_history.actions.bulk import approve_many  # noqa: E402
from ccus.foundation import clock  # noqa: E402

PRIME_ACCOUNTS, CAREER_ACCOUNTS = 50_000_000, 60_000_000
_BARE = """
update day_ask set answer = 1, answered_at = now(), answered_by = 'company:1' where company_id = %s and answer is null
"""


def main() -> None:
    """Serve the measurement until the input ends."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}, STATIC_ROOT=None):
        clients: dict[int, Client] = {}
        print("ready", flush=True)
        for line in sys.stdin:
            what, *numbers = line.split()
            print(round(answer(clients, what, *map(int, numbers)), 4), flush=True)


def answer(clients: dict[int, Client], what: str, subject: int, count: int = 1) -> float:
    """Ms of a page, rows per second of an act. Raises RuntimeError for anything but what was asked for."""
    if what in {"approve", "bare"}:
        return approved(subject) if what == "approve" else updated(subject)
    account = subject + (PRIME_ACCOUNTS if what == "inbox" else CAREER_ACCOUNTS)
    if account not in clients:
        clients[account] = Client(HTTP_HOST="localhost")
        user = get_user_model().objects.get(pk=account)
        clients[account].force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return median([asked(clients[account], url_of(what)) for _ in range(count)])


def url_of(page: str) -> str:
    """The address of a page."""
    month = clock.today().replace(day=1)
    last = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
    return {
        "inbox": reverse("company:approvals"),
        "home": reverse("worker:home"),
        "history": reverse("worker:history-month", args=[last]),
        "list": reverse("worker:history-list"),
    }[page]


def asked(client: Client, url: str) -> float:
    """How long the page takes, in ms."""
    started = time.perf_counter()
    response = client.get(url)
    took = (time.perf_counter() - started) * 1000
    if response.status_code != 200:
        raise RuntimeError(f"{url}: {response.status_code}")
    return took


def approved(place: int) -> float:
    """Rows per second of the act, from the press to the commit."""
    company = Company.objects.get(pk=2 * place - 1)
    started = time.perf_counter()
    days = approve_many(company=company, by=Actor(ActorKind.COMPANY, company.pk), at=clock.now())
    return days / (time.perf_counter() - started)


def updated(place: int) -> float:
    """Rows per second of one UPDATE of the same rows, with its commit taken back."""
    with transaction.atomic(), connection.cursor() as cursor:
        started = time.perf_counter()
        cursor.execute(_BARE, [2 * place - 1])
        took = time.perf_counter() - started
        rows: int = cursor.rowcount
        transaction.set_rollback(True)
    return rows / took


if __name__ == "__main__":
    main()
