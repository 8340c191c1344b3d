"""「顔や指紋でログイン」: a passkey of the device, without ID and password (SIGN-22)."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ccus.domain.accounts import tries
from ccus.domain.accounts.factors.passkeys import request_options, use_passkey
from ccus.domain.accounts.factors.policies import PasskeyRefused
from ccus.domain.accounts.terms import Counted
from ccus.entrance.sign_in.entered import entered
from ccus.entrance.sign_in.stage import BY_PASSKEY, waiting
from ccus.entrance.who import Side
from ccus.foundation import clock

_CHALLENGE_SECONDS = 10 * 60


@never_cache
@require_POST
def passkey_question(request: HttpRequest) -> JsonResponse:
    """What the browser is asked: of whoever waits at the second step, else of anybody it knows."""
    stage = waiting(request)
    if stage is None and not request.user.is_authenticated:
        request.session.set_expiry(_CHALLENGE_SECONDS)  # a stranger's question is kept no longer
    return JsonResponse(request_options(stage.login.user if stage else None))


def enter_by_passkey(request: HttpRequest, answer: str, side: Side) -> HttpResponse:
    """The browser's answer signs in. Raises `PasskeyRefused`, `TooManyTries`."""
    attempt = tries.Try(((Counted.NETWORK, get_adapter(request).network(request)),), clock.now())
    tries.count(attempt)
    account: Any = use_passkey(answer, account=None)
    if not account.is_active:
        raise PasskeyRefused
    tries.give_back(attempt)
    with transaction.atomic():
        perform_login(request, Login(user=account, state={BY_PASSKEY: True}))
    return entered(request, account, side, with_factor=True)
