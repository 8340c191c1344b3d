"""Two at once with one code, and with the last two factors: SIGN-23, SIGN-25."""

from functools import partial

import pytest

from ccus.domain.accounts.factors import actions, policies
from ccus.domain.accounts.factors.codes import use_code
from ccus.domain.accounts.factors.reading import factors_of
from ccus.domain.accounts.models import User
from ccus.domain.audit.terms import SYSTEM
from ccus.foundation.clock import now
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import factors
from tests.factories.accounts import account


@pytest.fixture
def owner(fresh_database: Databases) -> User:
    """Somebody with an app and recovery codes, in a database where everything commits."""
    return factors.with_app(account())


def _sends(owner: User, code: str) -> None:
    if use_code(owner.pk, code, at=now()) is None:
        raise policies.CodeWrong


@pytest.mark.parametrize("of_app", [True, False])
def test_of_two_who_send_one_code_at_once_one_is_refused(owner: User, of_app: bool) -> None:
    send = partial(_sends, owner, factors.code() if of_app else factors.recovery_code(owner))
    assert isinstance(contested(send, send), policies.CodeWrong)


def test_of_two_factors_removed_at_once_one_stays(owner: User) -> None:
    actions.add_passkey(account=owner, name="iPhone", credential={}, by=SYSTEM, at=now())
    key = factors_of(owner.pk).passkeys[0].key
    remove = partial(actions.remove_factor, account=owner, is_required=True, by=SYSTEM, at=now())
    assert isinstance(
        contested(partial(remove, which=key), partial(remove, which="totp")), policies.LastFactor
    )
    assert factors_of(owner.pk).count == 1
