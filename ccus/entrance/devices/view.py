"""ログイン中の端末."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.accounts.policies import signed_in
from ccus.domain.accounts.session_actions import end_sessions
from ccus.domain.accounts.sessions import sessions_of
from ccus.entrance.asked import key_of as named
from ccus.entrance.door import own_page
from ccus.entrance.frame import framed
from ccus.entrance.this_device import key_of
from ccus.entrance.who import Visitor
from ccus.foundation import clock


@require_safe
@own_page
def devices(request: HttpRequest, me: Visitor) -> HttpResponse:
    """The sessions of the account, this one first (SIGN-24)."""
    shown = sessions_of(me.account, session_key=key_of(request), at=clock.now())
    context = {"sessions": shown, "others": sum(not session.is_this for session in shown)}
    context |= {
        "password_page": reverse(f"{me.side}:password"),
        "ending": reverse(f"{me.side}:devices-ending"),
    }
    return framed(request, "entrance/devices/page.html", context, current="devices")


@require_POST
@own_page
def devices_ending(request: HttpRequest, me: Visitor) -> HttpResponse:
    """One session ended, or all but this one; one that is over already is no fault."""
    which = request.POST.get("which", "")
    only = None if which == "others" else named(which)
    if only is not None or which == "others":
        ended = end_sessions(
            account=signed_in(request.user), only=only, but=key_of(request), by=me.actor, at=clock.now()
        )
        messages.success(
            request, f"{ended}台をログアウトしました。" if ended else "その端末は、もうログアウトしています。"
        )
    return redirect(f"{me.side}:devices")
