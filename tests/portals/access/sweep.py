"""ひと回り: a visitor tries every address with everything that could stand in it, reading and pressing.

Whatever a request does is undone after it, so that everything is tried in the same world.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver

from ccus.entrance.doorplate import Plate, plate_of
from ccus.entrance.short_lived import SEAL, seal_of
from ccus.entrance.who import Side
from ccus.foundation import clock
from tests.portals.access.answers import Answer, answer_of
from tests.portals.access.things import Filled, Things
from tests.portals.access.visitors import Visitor

READS, PRESSES = "GET", "POST"
ACTS = (READS, PRESSES)


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written in the code, with what its door says."""

    pattern: str
    view: Callable[..., Any]
    side: Side | None

    @property
    def plate(self) -> Plate | None:
        """Whom its door lets in; None where everybody may come."""
        return plate_of(self.view)

    def opens_to(self, visitor: Visitor) -> bool:
        """Whether the door lets this visitor pass (DOOR-02)."""
        plate = self.plate
        return plate is None or any(plate.opens_to(side, visitor.has, self.side) for side in visitor.sides)


@dataclass(frozen=True, slots=True)
class Try:
    """One address, one act, one thing in one state, and what came of it."""

    at: Address
    act: str
    filled: Filled
    answer: Answer


def addresses(
    found: Sequence[URLPattern | URLResolver] | None = None, prefix: str = "/", space: str = ""
) -> Iterator[Address]:
    """Every address of the portals."""
    for each in found if found is not None else get_resolver().url_patterns:
        pattern = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, pattern, each.namespace or space)
        else:
            yield Address(pattern, each.callback, Side(space) if space in {*Side} else None)


def sweep(visitor: Visitor, things: Things, form: Mapping[str, str]) -> Iterator[Try]:
    """Everything, once. Where the door turns the visitor away, what stands in the places is looked at by nobody, and
    once is enough; a page that looks behind the `?` is asked again for the marked (`thing?`)."""
    visitor.enter()
    for at in addresses():
        for act in ACTS:
            yield from _tried(visitor, at, act, things, form)


def _tried(visitor: Visitor, at: Address, act: str, things: Things, form: Mapping[str, str]) -> Iterator[Try]:
    is_let_in = at.opens_to(visitor)
    for nth, filled in enumerate(things.filled(at.pattern)):
        with undone(visitor, is_let_in) as request:
            answer = request(at, act, filled.address, form if act == PRESSES else {})
            yield Try(at, act, filled, answer)
        if answer.is_no_way or (answer.is_turned_away and not is_let_in):
            return
        if nth == 0 and act == READS and answer.is_asked and answer.outcome == "200":
            with undone(visitor) as request:
                yield Try(
                    at,
                    act,
                    Filled(filled.address, f"{filled.thing}?"),
                    request(at, act, filled.address, form),
                )


Request = Callable[[Address, str, str, Mapping[str, str]], Answer]


@contextmanager
def undone(visitor: Visitor, is_let_in: bool = True) -> Iterator[Request]:
    """Requests of a visitor whose doings last as long as the block. Whom the door turns away does nothing."""
    kept = dict(visitor.client.cookies)

    def request(at: Address, act: str, address: str, sent: Mapping[str, str]) -> Answer:
        seal = _seal(visitor, address) if getattr(at.view, "is_short_lived", False) else {}
        if act == READS:
            return answer_of(address, visitor.client.get(address, {**sent, **seal}))
        return answer_of(address, visitor.client.post(address, sent, query_params=seal))

    with transaction.atomic() if is_let_in else nullcontext():
        yield request
        if is_let_in:
            transaction.set_rollback(True)
    visitor.client.cookies.clear()
    visitor.client.cookies.update(kept)


def _seal(visitor: Visitor, address: str) -> Mapping[str, str]:
    """As a page that the visitor has just opened would print it."""
    if visitor.account is None:
        return {}
    key = visitor.client.session.session_key
    return {SEAL: seal_of(address, key, until=clock.now() + timedelta(minutes=5))}
