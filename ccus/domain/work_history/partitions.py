"""タップの区画: one partition a month, kept 24 months ahead by the owner's upkeep (TAP-02).

A tap whose month is missing, or whose clock is absurd, lies in the default partition `tap_other`: nothing is refused.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import psycopg

FIRST_MONTH = date(2019, 4, 1)
MONTHS_AHEAD = 24

_BORDERS = """
select %(month)s::timestamp at time zone 'Asia/Tokyo',
       (%(month)s::timestamp + interval '1 month') at time zone 'Asia/Tokyo'
"""
_HELD = "select exists (select from tap_other where at >= %(first)s and at < %(end)s)"
_MOVE = """
with moved as (delete from tap_other where at >= %(first)s and at < %(end)s returning *)
insert into tap select * from moved
"""
_MISSING = """
select m::date from generate_series(%(first)s::timestamp, %(last)s::timestamp, interval '1 month') m
where to_regclass(tap_month_name(m::date)) is null order by m
"""
_ABSURD = """
select reader, place, card, at, happened_at, received_at from tap_other
where received_at > %(since)s order by received_at desc limit %(limit)s
"""


@dataclass(frozen=True, slots=True)
class AbsurdClock:
    """ありえない時計: a tap whose raw time lies outside all months, for the office to look at."""

    reader: int
    place: int
    card: str
    at: datetime
    happened_at: datetime
    received_at: datetime


def upkeep(owner: psycopg.Connection, today: date) -> list[date]:
    """区画の手入れ: make the missing months, move their rows out of the default, and analyse the whole.

    `owner` is an autocommit connection of the table's owner. Each month is one transaction, during which taps wait.
    Returns the months that were made.
    """
    last = _month_after(today.replace(day=1), MONTHS_AHEAD)
    rows = owner.execute(_MISSING, {"first": FIRST_MONTH, "last": last}).fetchall()
    made = [month for (month,) in rows]
    for month in made:
        with owner.transaction():
            _add(owner, month)
    # The parent is never analysed by itself; since version 18 its children need not be read for it once more.
    owner.execute("analyze only tap" if owner.info.server_version >= 180_000 else "analyze tap")
    return made


def absurd_clocks(connection: psycopg.Connection, *, since: datetime, limit: int = 100) -> list[AbsurdClock]:
    """ありえない時計の一覧: the newest taps in the default partition, received after `since`."""
    rows = connection.execute(_ABSURD, {"since": since, "limit": limit}).fetchall()
    return [AbsurdClock(*row) for row in rows]


def _add(owner: psycopg.Connection, month: date) -> None:
    borders = owner.execute(_BORDERS, {"month": month}).fetchone() or (None, None)
    given = {"first": borders[0], "end": borders[1]}
    owner.execute("lock table tap in access exclusive mode")
    (is_held,) = owner.execute(_HELD, given).fetchone() or (False,)
    if is_held:
        # A partition cannot be made while the default holds rows of its month.
        owner.execute("alter table tap detach partition tap_other")
    owner.execute("select add_tap_month(%s)", [month])
    if is_held:
        owner.execute(_MOVE, given)
        owner.execute("alter table tap attach partition tap_other default")
    owner.execute(f"revoke update, delete, truncate on tap_{month:%Y_%m} from ccus_app".encode())


def _month_after(month: date, months: int) -> date:
    for _ in range(months):
        month = (month + timedelta(days=32)).replace(day=1)
    return month
