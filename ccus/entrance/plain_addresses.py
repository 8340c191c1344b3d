"""読めるアドレス: PostgreSQL keeps no NUL, so an address with one names nothing."""

from collections.abc import Callable
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponseBase

_NUL = "\0"
Answer = Callable[[HttpRequest], HttpResponseBase]


def plain_addresses(answer: Answer) -> Answer:
    """ミドルウェア: an address with a NUL in its path or its conditions is no page, whichever view would read it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if _NUL in request.path_info or _NUL in unquote(request.META.get("QUERY_STRING", "")):
            raise Http404
        return answer(request)

    return middleware
