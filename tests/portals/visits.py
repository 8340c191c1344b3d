"""Every address of the portals, filled with the numbers and keys that somebody could try."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.sealed import get_file

_PLACE = re.compile(r"<(?:(\w+):)?(\w+)>")
_SIGN_IN = re.compile(r"Location: /\w+/sign-in/\?next=")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the words of headers and body, whether there was a file that cannot be read as words, and
    whether anybody looked at what stood behind the `?`."""

    address: str
    status: int
    words: str
    is_opaque: bool
    is_asked: bool

    @property
    def is_led_to_sign_in(self) -> bool:
        """Who are you?"""
        return self.status == 401 or (self.status == 302 and bool(_SIGN_IN.search(self.words)))

    @property
    def is_turned_away(self) -> bool:
        """The door said no before anybody looked at what stands in the places: who are you, not you, not this way."""
        return self.status in {403, 405} or self.is_led_to_sign_in


def patterns(found: Sequence[URLPattern | URLResolver] | None = None, prefix: str = "/") -> Iterator[str]:
    """Every address as it is written in the code, with its places."""
    for pattern in found if found is not None else get_resolver().url_patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns, address)
        else:
            yield address


def filled(pattern: str, candidates: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The address with every candidate in its places: by kind and name of the place, by its name, else by its kind."""
    places = list(_PLACE.finditer(pattern))
    choices = [
        candidates.get(f"{place[1]}:{place[2]}") or candidates.get(place[2]) or candidates[place[1] or "str"]
        for place in places
    ]
    for values in product(*choices):
        given = iter(values)
        yield _PLACE.sub(lambda _: next(given), pattern)  # noqa: B023 - used at once


def visit(client: Client, address: str, query: Mapping[str, str] | None = None) -> Answer:
    """A GET, as a browser makes it, of the address that a page would print now."""
    asked = f"{address}?{urlencode(query)}" if query else address
    return answer_of(address, get_file(client, asked))


def send(client: Client, address: str, form: Mapping[str, str]) -> Answer:
    """A POST."""
    return answer_of(address, client.post(address, form))


def answer_of(address: str, response: Any) -> Answer:
    """What is in a response, whether it comes at once or in pieces; of an Excel file, what is in its sheets."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    kind = response.headers.get("Content-Type", "")
    is_opaque = response.status_code == 200 and "pdf" in kind
    if "spreadsheetml" in kind:
        body = unpacked(body)
    words = f"{headers} {body.decode(errors='replace')}"
    is_asked = "GET" in vars(response.wsgi_request)  # Django reads it when it is first asked for
    return Answer(address, response.status_code, words, is_opaque, is_asked)


def unpacked(workbook: bytes) -> bytes:
    """The parts of an Excel file, one after the other."""
    with ZipFile(BytesIO(workbook)) as parts:
        return b" ".join(parts.read(name) for name in parts.namelist())
