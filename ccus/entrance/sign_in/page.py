"""ログイン画面 and 続きから, wherever they are answered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from ccus.entrance.frame import closed_frame
from ccus.entrance.sign_in.form import SignInForm
from ccus.entrance.sign_in.left import Left
from ccus.entrance.ways import sign_in_of
from ccus.entrance.who import Side, visitor_of


def sign_in_page(
    request: HttpRequest,
    form: SignInForm,
    *,
    wanted: str,
    left: Left | None,
    is_taken_over: bool = False,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    """ログイン画面, with what was typed before (SIGN-10). `wanted` is the page one wanted to see.

    `is_taken_over`: the session before was ended by another sign-in with the same ID (ORG-04). `refused`: why a
    passkey opened nothing.
    """
    context = {
        "form": form,
        "next": wanted,
        "side": form.side,
        "left": left,
        "is_taken_over": is_taken_over,
        "refused": refused,
        "action": sign_in_of(form.side),
    }
    response = render(request, "entrance/sign_in/page.html", context, status=status)
    add_never_cache_headers(response)
    return response


def left_page(request: HttpRequest, account: int, left: Left, *, wanted: str) -> HttpResponse:
    """続きから: the form that came too late, to be sent again by whoever signed in; `wanted` leads on without it."""
    visitor = visitor_of(account)
    shown = closed_frame(visitor.side if visitor else Side.WORKER)
    context = {"left": left, "wanted": wanted, "frame": shown}
    return render(request, "entrance/sign_in/left.html", context)
