"""ひとつだけの席: of the sessions of a company's account one lives, the last that signed in (D-07, ORG-04)."""

import secrets

from django.http import HttpRequest

from ccus.domain.companies.seats import SeatMe, seat_of, take_session

_MARK = "seat"


def take_seat(request: HttpRequest, account: int) -> None:
    """The session that just signed in is the one that lives; a 一人親方 may stay signed in on several devices."""
    seat = seat_of(account)
    if seat is None or seat.is_worker_too:
        return
    mark = secrets.token_urlsafe(32)
    request.session[_MARK] = mark
    take_session(seat.seat, mark)


def is_living(request: HttpRequest, seat: SeatMe) -> bool:
    """Whether nobody signed in with this ID since."""
    return seat.is_worker_too or request.session.get(_MARK, "") == seat.session
