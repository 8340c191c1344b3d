"""書きかけ: what was typed into a form whose session had ended, carried by the pages of the sign-in (SIGN-10)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest

from ccus.entrance.ways import own_address

PREFIX = "left-"
MOST_FIELDS = 200
MOST_CHARACTERS = 100_000
_NEVER = re.compile(r"password|^(present|csrfmiddlewaretoken)$", re.IGNORECASE)

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Left:
    """書きかけ: the address it was sent to, the fields as a browser sends them, and whether there were files."""

    to: str
    fields: Pairs
    had_files: bool

    @property
    def carried(self) -> Pairs:
        """The fields under names that the sign-in's own fields do not have."""
        return tuple((PREFIX + name, value) for name, value in self.fields)


def left_in(request: HttpRequest) -> Left | None:
    """What a form brought that came too late; None where nothing was typed, or more than a page carries."""
    if request.method != "POST":
        return None
    had_files = bool(request.FILES)
    left = _bounded(request.get_full_path(), _pairs(request), had_files=had_files)
    return left if left and (left.fields or had_files) else None


def carried_by(request: HttpRequest) -> Left | None:
    """What the sign-in's form carries on; None for an address that is not ours."""
    to = own_address(request, request.POST.get("left_to", ""))
    if not to.startswith("/"):
        return None
    fields = (
        (name.removeprefix(PREFIX), value) for name, value in _pairs(request) if name.startswith(PREFIX)
    )
    return _bounded(to, fields, had_files="left_files" in request.POST)


def _pairs(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        for value in values:
            yield name, str(value)


def _bounded(to: str, pairs: Iterable[tuple[str, str]], *, had_files: bool) -> Left | None:
    fields = tuple((name, value) for name, value in pairs if not _NEVER.search(name))
    characters = len(to) + sum(len(name) + len(value) for name, value in fields)
    if len(fields) > MOST_FIELDS or characters > MOST_CHARACTERS:
        return None
    return Left(to, fields, had_files)
