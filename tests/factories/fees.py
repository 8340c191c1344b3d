"""請求: an open one for a reissue."""

from datetime import UTC, date, datetime

import factory

from ccus.domain.fees.models import Charge
from ccus.domain.fees.terms import FeeKind


class ChargeFactory(factory.django.DjangoModelFactory[Charge]):
    class Meta:
        model = Charge

    kind = FeeKind.REISSUE
    subject = factory.Sequence(lambda n: f"application:{n + 1}")
    payer = "worker:1"
    amount = 1000
    charged_at = datetime(2026, 11, 2, tzinfo=UTC)
    due_on = date(2026, 12, 2)


def charge(**values: object) -> Charge:
    return ChargeFactory.create(**values)
