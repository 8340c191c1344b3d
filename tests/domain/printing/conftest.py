"""The officer who prints, a card that waits, and a batch of it."""

from uuid import UUID

import pytest

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.cards.models import Card
from tests.factories import printing


@pytest.fixture
def officer(db: None) -> OfficerMe:
    """An officer of カードの印刷と発送 alone."""
    return printing.printer()


@pytest.fixture
def card(officer: OfficerMe) -> Card:
    """A card that waits for printing."""
    return printing.waiting_card()


@pytest.fixture
def batch(card: Card, officer: OfficerMe) -> UUID:
    """A batch of one card, made, its letter not fetched yet."""
    return printing.batch(officer)
