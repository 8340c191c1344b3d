"""ログインの方法の画面."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from ccus.domain.accounts.factors.reading import factors_of
from ccus.domain.accounts.policies import signed_in
from ccus.entrance.frame import framed
from ccus.entrance.proved import gave_factor, must_give_factor, proved_lately
from ccus.entrance.this_device import device_of
from ccus.entrance.ways import own_address
from ccus.entrance.who import Side, Visitor
from ccus.foundation import clock

TITLES = {Side.WORKER: "顔や指紋でログイン"}
OTHERWISE = "ログインの確認"


def factors_page(request: HttpRequest, me: Visitor, *, refused: str = "", status: int = 200) -> HttpResponse:
    """What is set up, and what can be; changes only after the password or a factor of a moment ago (SIGN-23)."""
    context = {
        "factors": factors_of(me.account),
        "is_required": must_give_factor(me.account),
        "is_open": not must_give_factor(me.account) or gave_factor(request),
        "is_proved": is_proved(request),
        "title": TITLES.get(me.side, OTHERWISE),
        "device": device_of(request),
        "refused": refused,
        "side": me.side,
        **pages_of(me.side),
    }
    return framed(request, "entrance/factors/page.html", context, current="factors", status=status)


def codes_page(request: HttpRequest, me: Visitor, codes: list[str]) -> HttpResponse:
    """回復コード, shown this once (SIGN-20)."""
    context = {"codes": [f"{code[:4]} {code[4:]}" for code in codes], **pages_of(me.side)}
    return framed(request, "entrance/factors/codes.html", context, current="factors")


def pages_of(side: Side) -> dict[str, str]:
    """The addresses of a side's pages, by their words in the templates."""
    named = {"home": "home", "page": "factors", "app_page": "factor-app", "codes_page": "factor-codes"}
    named |= {"removal": "factor-removal", "adding": "factor-passkey", "question": "factor-question"}
    named |= {"proof_page": "factor-proof", "proof_question": "proof-question"}
    return {word: reverse(f"{side}:{name}") for word, name in named.items()}


def is_proved(request: HttpRequest) -> bool:
    """Whether a change is allowed now."""
    return proved_lately(request, signed_in(request.user).pk, at=clock.now())


def led_to_proof(me: Visitor) -> HttpResponse:
    """First the password or a factor, then back to the page."""
    onward = urlencode({"next": reverse(f"{me.side}:factors")})
    return redirect(f"{reverse(f'{me.side}:factor-proof')}?{onward}")


def onward_from(request: HttpRequest, me: Visitor) -> str:
    """Where the proof leads: an address of ours, else the factors."""
    typed = request.POST.get("next") or request.GET.get("next", "")
    return own_address(request, typed) or reverse(f"{me.side}:factors")
