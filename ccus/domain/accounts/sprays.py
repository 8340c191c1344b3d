"""一斉の試し打ち (スプレー): sign-ins that fail from all over, noticed by one count a minute (SIGN-13)."""

from datetime import datetime

from django.db import connection

from ccus.domain.accounts.rules import LIMITS, SPRAY_LASTS
from ccus.domain.accounts.terms import Counted
from ccus.domain.accounts.tries import key_of

# A network counts at most three times a minute: one alone is no spray. Above the rate nobody waits for the one row.
_NOTE = """
with failing as (
    insert into sign_in_window (key, window_start, tries) values (%(network)s, %(started)s, 1)
    on conflict (key, window_start) do update set tries = sign_in_window.tries + 1 returning tries)
insert into sign_in_window (key, window_start, tries)
select %(everywhere)s, %(started)s, 1 from failing
where tries <= %(most)s and not exists (
    select 1 from sign_in_window
    where key = %(everywhere)s and window_start = %(started)s and tries > %(enough)s)
on conflict (key, window_start) do update set tries = sign_in_window.tries + 1
"""
_IS_ON = "select exists (select 1 from sign_in_window where key = %s and window_start > %s and tries > %s)"


def note_failure(*, network: str, at: datetime) -> None:
    """失敗を数える: of a browser that never signed in with that ID."""
    limit = LIMITS[Counted.FAILING]
    with connection.cursor() as cursor:
        cursor.execute(
            _NOTE,
            {
                "network": key_of(Counted.FAILING, network),
                "everywhere": key_of(Counted.EVERYWHERE, ""),
                "started": limit.window_at(at)[0],
                "most": limit.tries,
                "enough": LIMITS[Counted.EVERYWHERE].tries,
            },
        )


def is_on(*, at: datetime) -> bool:
    """一斉の試し打ちの最中か: more failed within one of the last minutes than honest people do."""
    limit = LIMITS[Counted.EVERYWHERE]
    with connection.cursor() as cursor:
        cursor.execute(
            _IS_ON, [key_of(Counted.EVERYWHERE, ""), limit.window_at(at)[0] - SPRAY_LASTS, limit.tries]
        )
        return bool(cursor.fetchone()[0])
