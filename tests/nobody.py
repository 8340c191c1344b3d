"""誰でもない人から始まる: the tests' own connection reads for the register; a request on it begins for nobody."""

from collections.abc import Callable
from contextlib import ExitStack

from django.http import HttpRequest, HttpResponseBase

from ccus.foundation.reading_as import NOBODY, reading_as


class AsNobody:
    """As a new connection of production, from the view on; static files and unknown addresses ask no database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with ExitStack() as until_answered:
            vars(request)["until_answered"] = until_answered
            return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        vars(request)["until_answered"].enter_context(reading_as(NOBODY))
