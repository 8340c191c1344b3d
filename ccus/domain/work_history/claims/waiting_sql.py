"""待っている求めを読む文: the list of what waits for a company, by its index, whatever the number (CLAIM-25).

Each part of the list (party, and place where an account reaches some only) is an ordered stretch of an index; the
first of each are merged, so that reading a page touches a few rows for each part.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from ccus.domain.work_history.claim_terms import ClaimKind, Party

FROM_THE_START = (datetime.min.replace(tzinfo=UTC), 0)


@dataclass(frozen=True, slots=True)
class Waiting:
    """待っているもの: of a company, asked as these parties, at these places (None: all), by firm (words) and kind."""

    company: int
    parties: tuple[Party, ...]
    places: frozenset[int] | None = None
    firm: str = ""
    kind: ClaimKind | None = None
    asked_until: datetime | None = None


def page_of(
    waiting: Waiting, *, is_odd: bool, after: tuple[datetime, int], limit: int
) -> list[tuple[int, datetime]]:
    """(ask, due) of one kind, what ends first on top, after this place in the list."""
    order = "order by a.due_at, a.id limit %(limit)s"
    beyond = "and (a.due_at, a.id) > (%(due)s, %(after)s)"
    part = f"select a.id, a.due_at {_body(waiting)} {beyond} {order}"
    statement = f"select a.id, a.due_at {_parts(waiting, part)} {order}"
    given = {"is_odd": is_odd, "due": after[0], "after": after[1], "limit": limit}
    return [(ask, due) for ask, due in _rows(statement, waiting, given)]


def asks_of(waiting: Waiting, *, is_odd: bool = False) -> list[int]:
    """Every ask of the list of one kind (keys): what one press approves (CLAIM-28)."""
    part = f"select a.id {_body(waiting)}"
    rows = _rows(f"select a.id {_parts(waiting, part)}", waiting, {"is_odd": is_odd})
    return [ask for (ask,) in rows]


def counted(waiting: Waiting, *, is_odd: bool, most: int) -> int:
    """How many wait, counted up to `most`; in the order of the index, or the whole table is read where nothing does."""
    part = f"select 1 {_body(waiting)} order by a.due_at, a.id limit %(most)s"
    statement = f"select least(count(*), %(most)s) {_parts(waiting, part)}"
    return int(_rows(statement, waiting, {"is_odd": is_odd, "most": most})[0][0])


def places_waiting(waiting: Waiting, *, most: int) -> list[int]:
    """The places at which something waits, by steps through the index: as many steps as places."""
    next_place = """select a.place_id from day_ask a
        where a.company_id = %(company)s and a.party = {party} and a.answer is null {after}
        order by a.place_id limit 1"""
    parts = []
    for party in waiting.parties:
        first = next_place.format(party=int(party), after="")
        following = next_place.format(party=int(party), after="and a.place_id > p.place")
        parts.append(
            f"(with recursive p(place) as (({first}) union all select ({following}) from p where p.place is not null) "
            "select place from p where place is not null limit %(most)s)"
        )
    with connection.cursor() as cursor:
        cursor.execute(" union ".join(parts), {"company": waiting.company, "most": most})
        return [place for (place,) in cursor.fetchall()]


def _body(waiting: Waiting) -> str:
    narrowed = waiting.firm or waiting.kind is not None
    claim = (
        "join day_claim c on c.id = a.claim_id left join company f on f.id = c.company_id" if narrowed else ""
    )
    return f"""from day_ask a {claim}
        where a.company_id = %(company)s and a.party = p.party and a.is_odd = %(is_odd)s and a.answer is null
        {"and a.place_id = s.place" if waiting.places is not None else ""}
        {"and c.kind = %(kind)s" if waiting.kind is not None else ""}
        {"and strpos(f.name, %(firm)s) > 0" if waiting.firm else ""}
        {"and a.asked_at <= %(asked_until)s" if waiting.asked_until is not None else ""}"""


def _parts(waiting: Waiting, part: str) -> str:
    places = "cross join unnest(%(places)s::int8[]) as s(place)" if waiting.places is not None else ""
    return f"from unnest(%(parties)s::int2[]) as p(party) {places} cross join lateral ({part}) as a"


def _rows(statement: str, waiting: Waiting, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    of_waiting: dict[str, Any] = {
        "company": waiting.company,
        "parties": [int(party) for party in waiting.parties],
        "places": sorted(waiting.places or ()),
        "firm": waiting.firm,
        "kind": waiting.kind,
        "asked_until": waiting.asked_until,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, of_waiting | given)
        return list(cursor.fetchall())
