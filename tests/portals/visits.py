"""Every address of the portals, filled with the numbers and keys that somebody could try."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

_PLACE = re.compile(r"<(?:(\w+):)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the words of headers and body, and whether there was a file that cannot be read as words."""

    address: str
    status: int
    words: str
    is_opaque: bool


def patterns(found: Sequence[URLPattern | URLResolver] | None = None, prefix: str = "/") -> Iterator[str]:
    """Every address as it is written in the code, with its places."""
    for pattern in found if found is not None else get_resolver().url_patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns, address)
        else:
            yield address


def addresses(candidates: Mapping[str, Sequence[str]]) -> list[str]:
    """Every address with every candidate in its places: by the name of the place, else by its kind."""
    filled = []
    for pattern in patterns():
        places = list(_PLACE.finditer(pattern))
        choices = [candidates.get(place[2]) or candidates[place[1] or "str"] for place in places]
        for values in product(*choices):
            given = iter(values)
            filled.append(_PLACE.sub(lambda _: next(given), pattern))  # noqa: B023 - used at once
    return filled


def visit(client: Client, address: str, query: Mapping[str, str] | None = None) -> Answer:
    """A GET, as a browser makes it."""
    return answer_of(address, client.get(address, query or {}))


def send(client: Client, address: str, form: Mapping[str, str]) -> Answer:
    """A POST."""
    return answer_of(address, client.post(address, form))


def answer_of(address: str, response: Any) -> Answer:
    """What is in a response, whether it comes at once or in pieces."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    kind = response.headers.get("Content-Type", "")
    is_opaque = response.status_code == 200 and "pdf" in kind
    words = f"{headers} {body.decode(errors='replace')}"
    return Answer(address, response.status_code, words, is_opaque)
