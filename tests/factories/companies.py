"""事業者."""

from datetime import UTC, datetime

import factory

from ccus.domain.companies.models import Company
from ccus.foundation.identifiers import Kind
from tests.factories.numbers import numbered


class CompanyFactory(factory.django.DjangoModelFactory[Company]):
    class Meta:
        model = Company

    number = factory.Sequence(lambda n: numbered(Kind.COMPANY, n + 1))
    name = factory.Sequence(lambda n: f"見本工業{n}")
    name_kana = "ミホンコウギョウ"
    registered_at = datetime(2019, 4, 1, tzinfo=UTC)


def company(**values: object) -> Company:
    return CompanyFactory.create(**values)
