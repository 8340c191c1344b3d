"""アカウント: one with a password of its own, or still with the one from the card letter."""

from datetime import UTC, datetime, timedelta
from functools import cache, partial

import factory
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password

from ccus.domain.accounts.models import User
from ccus.foundation.identifiers import Kind
from tests.factories.numbers import numbered

PASSWORD = "tetsu-no-ki 3 hon"
INITIAL_PASSWORD = "K7QX2MBTRW5ZA"
OPENED_AT = datetime(2026, 11, 1, tzinfo=UTC)


class QuickArgon2(Argon2PasswordHasher):
    """As in production, with a thousandth of the work."""

    time_cost, memory_cost, parallelism = 1, 64, 1


hashed = cache(make_password)
"""Hashing is slow on purpose: once a run is enough here."""


class AccountFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User

    class Params:
        is_initial = factory.Trait(
            password=factory.LazyFunction(partial(hashed, INITIAL_PASSWORD)),
            initial_password=factory.SelfAttribute("password"),
            initial_password_until=OPENED_AT + timedelta(days=60),
        )

    login_id = factory.Sequence(lambda n: numbered(Kind.WORKER, 9_000_000 + n))
    opened_at = OPENED_AT
    password = factory.LazyFunction(partial(hashed, PASSWORD))


def account(**values: object) -> User:
    return AccountFactory.create(**values)
