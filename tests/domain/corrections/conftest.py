"""Who writes a correction, and one that is written."""

from datetime import datetime

import pytest

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.models import ChangeSet
from tests.factories.corrections import corrector, of_blood
from tests.factories.personas import Cast


@pytest.fixture
def by() -> Actor:
    return corrector()


@pytest.fixture
def blood(cast: Cast, by: Actor, at: datetime) -> ChangeSet:
    """A set of one row: 未来's 血液型 is O and not AB."""
    return of_blood(cast.mirai, by=by, at=at)
