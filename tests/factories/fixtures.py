"""Who and where: the cast and the instant of a test."""

from datetime import datetime

import pytest

from ccus.foundation.clock import now
from tests.factories.personas import Cast, standing_cast


@pytest.fixture
def cast(db: None) -> Cast:
    """The standing cast, rolled back at the end."""
    return standing_cast()


@pytest.fixture
def at() -> datetime:
    """The instant of the acts of a test."""
    return now()
