"""ログインした: what begins with a session, whichever way somebody came in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ccus.domain.accounts.factors.reading import has_passkey
from ccus.domain.accounts.policies import must_change_password, signed_in
from ccus.entrance import this_device
from ccus.entrance.living import take_seat
from ccus.entrance.proved import note_factor, note_password
from ccus.entrance.sign_in.device import remember_device
from ccus.entrance.sign_in.left import carried_by
from ccus.entrance.sign_in.offer import offer_passkey
from ccus.entrance.sign_in.page import left_page
from ccus.entrance.ways import IDLE_SECONDS, first_page_of, own_address
from ccus.entrance.who import Side, visitor_of
from ccus.foundation import clock


def entered(request: HttpRequest, account: Any, side: Side, *, with_factor: bool) -> HttpResponse:
    """Signed in with the password, and with a factor or not: to the page one wanted.

    The browser is known from now on (SIGN-08), the session stands in the owner's list (SIGN-24).
    """
    now, visitor = clock.now(), visitor_of(account.pk)
    if with_factor:
        note_factor(request.session, at=now)
    else:
        note_password(request, at=now)
    take_seat(request, account.pk)
    ends_itself = visitor is not None and visitor.side.ends_itself
    request.session.set_expiry(IDLE_SECONDS if ends_itself else None)  # also before the first page
    this_device.begin(request, account.pk, at=now)
    response = go_on(request, side)
    remember_device(response, account.login_id)
    if (
        visitor is not None
        and visitor.side is Side.WORKER
        and not with_factor
        and not has_passkey(account.pk)
    ):
        offer_passkey(request, response)
    return response


def go_on(request: HttpRequest, side: Side) -> HttpResponse:
    """Signed in: to what was typed before (SIGN-10), else to the page one wanted."""
    account, left = signed_in(request.user), carried_by(request)
    is_initial = must_change_password(account)
    wanted = own_address(request, request.POST.get("next", ""))
    to = first_page_of(account.pk, is_initial=is_initial, wanted=wanted, came_by=side)
    if left and left.fields and not is_initial:
        return left_page(request, account.pk, left, wanted=to)
    return redirect(to)
