"""People of a company at their browsers."""

import pytest
from django.test import Client

from tests.domain.companies.branches import Branches, branches
from tests.factories import seats


@pytest.fixture
def firm(db: None) -> Branches:
    """佐藤建設 with two branches, its 事業者責任者 and the 階層管理者 of 東京支店."""
    return branches()


@pytest.fixture
def chief(firm: Branches) -> Client:
    """The browser of the 事業者責任者."""
    return seats.client_of(firm.chief)


@pytest.fixture
def manager(firm: Branches) -> Client:
    """The browser of the 階層管理者 of 東京支店."""
    return seats.client_of(firm.manager)
