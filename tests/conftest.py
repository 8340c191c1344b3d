"""What every test stands on: real PostgreSQL as the application's role, a clock that stands still, no network."""

import gc
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import QuietWSGIRequestHandler
from django.test.utils import override_settings
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from ccus.foundation.databases import Databases
from tests.databases import Stock, pointing_at, stocked

# Friday noon, a day of work.
STANDING_MOMENT = datetime(2026, 11, 20, 12, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
_REAL_CLOCK = {"fresh_database", "real_clock", "page"}
_LOOK_UP = 0.02

hypothesis_settings.register_profile("house", deadline=None, max_examples=60)
hypothesis_settings.load_profile("house")

pytest_plugins = ["tests.browser", "tests.factories.fixtures"]


class _Order:
    """The browser's driver keeps an event loop in its thread: whoever starts loops of their own goes first.

    Run on several cores, a file's tests stay together, but those in a browser come after everything else, one by one,
    so that no core waits for a long file at the end.
    """

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            group = item.nodeid if _in_browser(item) else item.location[0]
            item.add_marker(pytest.mark.xdist_group(group))


def pytest_configure(config: pytest.Config) -> None:
    """One hook groups before the items are handed out, the other sorts last of all."""
    config.pluginmanager.register(_Order(), "order")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in a browser go last."""
    items.sort(key=_in_browser)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nobody looks through it for garbage again and again."""
    gc.freeze()


def _in_browser(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def stock() -> Iterator[Stock]:
    """The migrated template and its copies."""
    with stocked() as stock:
        yield stock


@pytest.fixture(scope="session")
def django_db_setup(stock: Stock, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The `db` fixture works in one copy, as `ccus_app`, and rolls back."""
    with stock.copy() as databases, django_db_blocker.unblock(), pointing_at(databases):
        django_db_blocker.block()
        yield
        django_db_blocker.restore()


@pytest.fixture
def fresh_database(
    stock: Stock, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Databases]:
    """A database of the test's own, where it and its servers commit; Django's default connection points there."""
    with stock.copy() as databases, django_db_blocker.unblock(), pointing_at(databases):
        yield databases


@pytest.fixture
def real_clock() -> None:
    """Ask for it where time must pass; `fresh_database` asks too, because servers have clocks of their own."""


@pytest.fixture(autouse=True)
def clock(request: pytest.FixtureRequest) -> Iterator[time_machine.Traveller | None]:
    """Time stands still at Friday 2026-11-20, 12:00 in Tokyo; `clock.move_to(…)` goes elsewhere."""
    if _REAL_CLOCK & set(request.fixturenames):
        yield None
        return
    with time_machine.travel(STANDING_MOMENT, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="session", autouse=True)
def static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Style sheets and scripts as in production, bound and hashed: the folder. Without a server nobody reads them."""
    folder = tmp_path_factory.mktemp("static")
    hashed = {"BACKEND": "ccus.config.static.HashedStaticFiles", "OPTIONS": {"location": str(folder)}}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": hashed}, STATIC_ROOT=None):
        call_command("collectstatic", "--no-input", verbosity=0)
        yield folder


@pytest.fixture(scope="session")
def pages(static_files: Path) -> WSGIHandler:
    """The portals with their style sheets and scripts."""
    with override_settings(STATIC_ROOT=static_files):
        return WSGIHandler()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords cost no second of work each."""
    with override_settings(PASSWORD_HASHERS=["tests.factories.accounts.QuickArgon2"]):
        yield


@pytest.fixture(scope="session", autouse=True)
def nobody_reads() -> Iterator[None]:
    """Requests begin as in production: a page that does not say for whom it reads is given nothing (DISC-16)."""
    with override_settings(MIDDLEWARE=["tests.nobody.AsNobody", *settings.MIDDLEWARE]):
        yield


@pytest.fixture
def portal_server(fresh_database: Databases, pages: WSGIHandler) -> Iterator[str]:
    """The portals on a port of this machine, over the fresh database: the address, without a slash at its end."""
    with ThreadedWSGIServer(("127.0.0.1", 0), QuietWSGIRequestHandler) as server:
        server.set_app(pages)
        # How often the server looks whether it shall end: half a second, as it comes, is what every story would wait.
        thread = threading.Thread(target=server.serve_forever, args=[_LOOK_UP], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
