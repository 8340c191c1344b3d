"""Accounts of invented people: only the standing cast can sign in."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.contrib.auth.hashers import Argon2PasswordHasher

from ccus.demo.plan.facts import District
from ccus.demo.plan.roles import INITIAL_PASSWORD, PASSWORD, ROLES
from ccus.domain.accounts.rules import INITIAL_LASTS, normalised
from ccus.domain.work_history.rules import start_of

_UNUSABLE = "!the invented country has no password for this account"
_DESK_OPENS = 9 * 3_600


def account_rows(district: District) -> Iterator[tuple[Any, ...]]:
    """アカウント: one a person. Hashing takes its time by design, so nobody but the cast has a password."""
    roles = {role.number: role for role in ROLES}
    for person in district.people:
        opened = datetime.fromtimestamp(start_of(person.registered_day) // 1000 + _DESK_OPENS, UTC)
        closed = None
        if person.withdrawn_at is not None:
            closed = datetime.fromtimestamp(person.withdrawn_at // 1000, UTC)
        password, initial, until = _UNUSABLE, "", None
        role = roles.get(person.number)
        if role is not None and role.has_initial_password:
            password = initial = _hashed(INITIAL_PASSWORD)
            until = opened + INITIAL_LASTS
        elif role is not None:
            password = _hashed(PASSWORD)
        yield person.id, password, None, person.number, opened, closed, initial, until, "ja"


@cache
def _hashed(password: str) -> str:
    # One salt for all: the same country has the same bytes, and these passwords are printed by `demo_sign_ins`.
    return Argon2PasswordHasher().encode(normalised(password), "invented-country")
