"""確かめた人: what was given in this session, and when: the password, a second factor (SIGN-20, SIGN-21, SIGN-23)."""

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from ccus.domain.accounts.factors.reading import has_second_factor
from ccus.domain.accounts.factors.rules import PROVED_SECONDS
from ccus.domain.accounts.officers import officer_of
from ccus.domain.companies.seats import SeatMe, seat_of
from ccus.domain.companies.terms import Role

_FACTOR, _AT = "factor", "proved_at"


def note_password(request: HttpRequest, *, at: datetime) -> None:
    """The password was given."""
    request.session[_AT] = at.timestamp()


def note_factor(session: MutableMapping[str, Any], *, at: datetime) -> None:
    """A second factor was given: the pages of whoever must give one are open."""
    session[_FACTOR], session[_AT] = True, at.timestamp()


def gave_factor(request: HttpRequest) -> bool:
    """Whether a second factor was given since the sign-in."""
    return bool(request.session.get(_FACTOR))


def is_chief(seat: SeatMe | None) -> bool:
    """事業者責任者; a 一人親方 signs in as the worker that they are (SIGN-20)."""
    return seat is not None and seat.role is Role.CHIEF and not seat.is_worker_too


def must_give_factor(account: int) -> bool:
    """Whether somebody has to give a second factor: officers and 事業者責任者 (SIGN-20)."""
    return officer_of(account) is not None or is_chief(seat_of(account))


def is_short_of_factor(request: HttpRequest, account: int) -> bool:
    """Whether a factor is there that this session has to give and has not given."""
    return not gave_factor(request) and must_give_factor(account) and has_second_factor(account)


def proved_lately(request: HttpRequest, account: int, *, at: datetime) -> bool:
    """Whether the password or a factor was given a moment ago, and nothing more is wanting (SIGN-23)."""
    given = float(request.session.get(_AT, 0))
    return at.timestamp() - given < PROVED_SECONDS and not is_short_of_factor(request, account)
