"""ログインの方法: seen, set up and removed by their owner (SIGN-20, SIGN-22, SIGN-23)."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from ccus.domain.accounts.factors.actions import add_passkey, remove_factor, renew_recovery_codes
from ccus.domain.accounts.factors.passkeys import creation_options, read_creation
from ccus.domain.accounts.factors.reading import factors_of
from ccus.domain.accounts.policies import signed_in
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.entrance.door import own_page
from ccus.entrance.factors.shown import codes_page, factors_page, is_proved, led_to_proof
from ccus.entrance.proved import must_give_factor, note_factor
from ccus.entrance.sign_in.offer import take_offer_back
from ccus.entrance.this_device import device_of
from ccus.entrance.who import Visitor
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal

Press = Callable[[HttpRequest, Visitor], HttpResponse]


@require_safe
@own_page
def factors(request: HttpRequest, me: Visitor) -> HttpResponse:
    """What is set up, and what can be."""
    return factors_page(request, me)


def proved(view: Press) -> Press:
    """A change: only a moment after the password or a factor (SIGN-23); refusals on the page."""

    @wraps(view)
    def press(request: HttpRequest, me: Visitor) -> HttpResponse:
        if not is_proved(request):
            return led_to_proof(me)
        try:
            return view(request, me)
        except Refusal as refusal:
            return factors_page(request, me, refused=refusal.sentence, status=422)

    return press


@require_POST
@own_page
@proved
def factor_question(request: HttpRequest, me: Visitor) -> HttpResponse:
    """What the browser is asked, so that the device makes a passkey."""
    return JsonResponse(creation_options(signed_in(request.user)))


@sensitive_post_parameters("credential")
@require_POST
@own_page
@proved
def factor_passkey(request: HttpRequest, me: Visitor) -> HttpResponse:
    """The passkey that the device made."""
    credential = read_creation(request.POST.get("credential", ""))
    name = request.POST.get("name", "") or device_of(request)
    add_passkey(
        account=signed_in(request.user), name=name, credential=credential, by=me.actor, at=clock.now()
    )
    take_offer_back(request)
    return added(request, me, f"「{name}」で、顔や指紋でのログインができるようになりました。")


@require_POST
@own_page
@proved
def factor_codes(request: HttpRequest, me: Visitor) -> HttpResponse:
    """New recovery codes; those before open nothing any more."""
    return _with_codes(request, me) if factors_of(me.account).count else redirect(f"{me.side}:factors")


@require_POST
@own_page
@proved
def factor_removal(request: HttpRequest, me: Visitor) -> HttpResponse:
    """A passkey or the app removed."""
    now = clock.now()
    remove_factor(
        account=signed_in(request.user),
        which=request.POST.get("which", ""),
        is_required=must_give_factor(me.account),
        by=me.actor,
        at=now,
    )
    _tell(me, Text.FACTOR_REMOVED)
    messages.success(request, "消しました。")
    return redirect(f"{me.side}:factors")


@require_POST
@own_page
def factor_later(request: HttpRequest, me: Visitor) -> HttpResponse:
    """「あとで」: the offer is not made again this month (SIGN-22)."""
    take_offer_back(request)
    return redirect(f"{me.side}:home")


def added(request: HttpRequest, me: Visitor, sentence: str) -> HttpResponse:
    """A factor is there: it was given a moment ago, and with the first come the recovery codes (SIGN-20)."""
    note_factor(request.session, at=clock.now())
    _tell(me, Text.FACTOR_ADDED)
    if must_give_factor(me.account) and not factors_of(me.account).codes_left:
        return _with_codes(request, me)
    messages.success(request, sentence)
    return redirect(f"{me.side}:factors")


def _with_codes(request: HttpRequest, me: Visitor) -> HttpResponse:
    codes = renew_recovery_codes(account=signed_in(request.user), by=me.actor, at=clock.now())
    _tell(me, Text.RECOVERY_CODES_MADE)
    return codes_page(request, me, codes)


def _tell(me: Visitor, text: Text) -> None:
    now = clock.now()
    tell(account=me.account, text=text, source=f"{text}:{now.isoformat()}", at=now)
