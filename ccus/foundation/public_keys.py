"""Names of rows in addresses: the bigint keys stay inside (D-01)."""

from uuid import UUID

from django.contrib.postgres.functions import RandomUUID
from django.db import models


def public_key() -> "models.UUIDField[UUID, UUID]":
    """外に出す鍵: a UUID by chance, which the database gives."""
    return models.UUIDField(unique=True, db_default=RandomUUID())
