"""押すだけのアドレス: an address that only takes a press says so to whoever opens it, in place of an empty page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponseBase]


def pressed_addresses(answer: Answer) -> Answer:
    """ミドルウェア: loading anew after a refusal, or going on after a sign-in, leads to no empty page."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        answered = answer(request)
        if request.method != "GET" or not isinstance(answered, HttpResponseNotAllowed):
            return answered
        said = render(request, "405.html", status=answered.status_code)
        said["Allow"] = answered["Allow"]
        return said

    return middleware
