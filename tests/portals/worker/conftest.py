"""A browser in which 建設 未来 of the standing cast has signed in."""

import pytest
from django.test import Client

from tests.factories.personas import Cast


@pytest.fixture
def browser(cast: Cast) -> Client:
    """The worker's own browser."""
    client = Client()
    client.force_login(cast.account)
    return client
