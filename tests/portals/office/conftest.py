"""Officers at their browsers."""

import pytest
from django.test import Client

from ccus.domain.accounts.officers import OfficerMe
from tests.factories import officers


@pytest.fixture
def officer(db: None) -> OfficerMe:
    """An officer with every duty."""
    return officers.officer()


@pytest.fixture
def desk(officer: OfficerMe) -> Client:
    """The officer's browser."""
    return officers.client_of(officer)
