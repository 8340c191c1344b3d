"""建設 未来 of the standing cast, signed in."""

import pytest
from django.test import Client

from tests.factories.personas import Cast


@pytest.fixture
def me(cast: Cast) -> Client:
    """The worker's own browser."""
    client = Client()
    client.force_login(cast.account)
    return client
