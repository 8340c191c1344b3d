"""One-time codes, recovery codes, and who may remove or restart factors: SIGN-20, SIGN-23, SIGN-25, SIGN-26."""

from datetime import timedelta
from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from django.test.utils import override_settings

from ccus.domain.accounts.factors import actions, policies
from ccus.domain.accounts.factors.codes import new_secret, use_code
from ccus.domain.accounts.factors.reading import factors_of, has_second_factor
from ccus.domain.accounts.factors.terms import Factor, RestartReason
from ccus.domain.accounts.models import User
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.foundation.clock import now
from tests.factories import factors, officers, seats
from tests.factories.accounts import account
from tests.factories.companies import company

pytestmark = pytest.mark.django_db
WHY = RestartReason.LOST


@pytest.fixture
def owner() -> User:
    """Somebody with an app and ten recovery codes."""
    return factors.with_app(account())


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_a_clock_half_a_minute_off_is_taken(owner: User, later: int) -> None:
    assert use_code(owner.pk, factors.code(later), at=now()) is Factor.APP


@pytest.mark.parametrize("later", [-2, 2])
def test_a_code_of_a_minute_ago_or_ahead_opens_nothing(owner: User, later: int) -> None:
    assert use_code(owner.pk, factors.code(later), at=now()) is None


def test_a_code_is_good_once_also_within_its_half_minute(owner: User) -> None:
    assert use_code(owner.pk, factors.code(), at=now())
    assert use_code(owner.pk, factors.code(), at=now()) is None
    assert use_code(owner.pk, factors.code(-1), at=now()) is None
    assert use_code(owner.pk, factors.code(1), at=now())


def test_a_code_is_read_in_full_width_and_with_a_space(owner: User) -> None:
    typed = factors.code().translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert use_code(owner.pk, f" {typed[:3]} {typed[3:]}", at=now())


def test_a_recovery_code_is_good_once_and_is_counted_off(owner: User) -> None:
    code = factors.recovery_code(owner)
    assert use_code(owner.pk, code, at=now()) is Factor.RECOVERY
    assert use_code(owner.pk, code, at=now()) is None
    assert factors_of(owner.pk).codes_left == 9


def test_new_recovery_codes_end_those_before(owner: User) -> None:
    before = factors.recovery_code(owner)
    codes = actions.renew_recovery_codes(account=owner, by=SYSTEM, at=now())
    assert len(set(codes)) == 10
    assert use_code(owner.pk, before, at=now()) is None
    assert use_code(owner.pk, codes[9], at=now()) is Factor.RECOVERY


def test_an_app_is_added_only_with_a_code_of_its_own() -> None:
    owner, add = account(), partial(actions.add_app, by=SYSTEM, at=now())
    with pytest.raises(policies.CodeWrong):
        add(account=owner, secret=new_secret(), code="000000")
    assert not has_second_factor(owner.pk)
    add(account=owner, secret=factors.SECRET, code=factors.code())
    assert use_code(owner.pk, factors.code(), at=now()) is None


def test_the_secret_of_an_app_does_not_lie_open_in_the_database(owner: User) -> None:
    kept = Authenticator.objects.get(user=owner, type=Factor.APP).data["secret"]
    assert factors.SECRET not in kept
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]):
        assert use_code(owner.pk, factors.code(), at=now()) is None


def test_a_secret_kept_under_the_key_of_before_still_opens(owner: User, settings: object) -> None:
    before = settings.SECRET_KEY  # type: ignore[attr-defined]
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[before]):
        assert use_code(owner.pk, factors.code(), at=now())


def test_the_last_factor_of_whoever_must_have_one_stays(owner: User) -> None:
    remove = partial(actions.remove_factor, account=owner, which="totp", by=SYSTEM, at=now())
    with pytest.raises(policies.LastFactor, match="最後のひとつ"):
        remove(is_required=True)
    remove(is_required=False)
    assert factors_of(owner.pk) == factors_of(account().pk)


def test_a_factor_that_is_gone_is_named_as_that(owner: User) -> None:
    with pytest.raises(policies.FactorUnknown):
        actions.remove_factor(account=owner, which="x", is_required=False, by=SYSTEM, at=now())


def test_more_than_twenty_devices_are_refused(owner: User) -> None:
    add = partial(actions.add_passkey, account=owner, credential={}, by=SYSTEM, at=now())
    for n in range(20):
        add(name=f"端末{n}")
    with pytest.raises(policies.TooManyPasskeys, match="20台"):
        add(name="端末20")


def restart(owner: int, by: Actor) -> None:
    held = factors.with_app(User.objects.get(pk=owner))
    actions.restart_factors(account=held, reason=WHY, by=by, at=now() + timedelta(minutes=1))


def test_two_of_the_office_restart_a_chief_and_no_officer() -> None:
    clerk, chief = officers.two(Duty.IDENTITY), seats.seat(company())
    restart(chief.account, clerk)
    assert not has_second_factor(chief.account)
    with pytest.raises(NotAllowed):
        restart(officers.officer().account, clerk)


def test_an_officer_without_the_duty_restarts_nobody() -> None:
    with pytest.raises(NotAllowed, match="本人確認"):
        restart(seats.seat(company()).account, officers.officer(Duty.CONTACT).actor)
