"""What every dated fact carries."""

from datetime import UTC, date, datetime
from typing import TypeVar

import factory

from ccus.foundation.dated import DatedFact

BEGAN = date(2019, 4, 1)
RECORDED_AT = datetime(2019, 4, 1, tzinfo=UTC)


Fact = TypeVar("Fact", bound=DatedFact)


class FactFactory(factory.django.DjangoModelFactory[Fact]):
    class Meta:
        abstract = True

    valid_from = BEGAN
    recorded_at = RECORDED_AT
    recorded_by = "system:0"
