"""The officer who prints."""

import pytest

from ccus.domain.accounts.officers import OfficerMe
from tests.factories import printing


@pytest.fixture
def officer(db: None) -> OfficerMe:
    """An officer of カードの印刷と発送 alone."""
    return printing.printer()
