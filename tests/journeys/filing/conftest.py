"""People in front of browsers of their own, with scripts and without; passwords are hashed quickly."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test.utils import override_settings
from playwright.sync_api import Browser

from tests.journeys.filing.people import Town


class QuickArgon2(Argon2PasswordHasher):
    """The same algorithm, a thousandth of the work."""

    time_cost, memory_cost, parallelism = 1, 64, 1


@pytest.fixture(autouse=True)
def quick_passwords() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=[f"{__name__}.QuickArgon2"]):
        yield


@pytest.fixture(params=["with script", "without script"])
def town(request: pytest.FixtureRequest, browser: Browser, portal_server: str) -> Iterator[Town]:
    """Whoever comes into the story, all of them with scripts or all of them without."""
    with Town(browser, portal_server, has_script=request.param == "with script") as town:
        yield town


@pytest.fixture
def scripted(browser: Browser, portal_server: str) -> Iterator[Town]:
    """The same with scripts only."""
    with Town(browser, portal_server, has_script=True) as town:
        yield town
