"""Whether a database holds the invented country. Nobody else's data are ever dropped or seeded over."""

import psycopg
from psycopg import sql

from ccus.foundation import roles
from ccus.foundation.databases import Databases, DatabaseUrl

# kept as the database's comment: it is written after the last row, so a seed cut short has none
_MARK = "an invented country: bin/demo --reset may drop it"
_BEGUN = "an invented country, unfinished: bin/demo --reset may drop it"


class DemoRefused(Exception):
    """The demo does not start; the message says what is in the way."""


def begin_anew(admin: DatabaseUrl, databases: Databases) -> None:
    """Drop the country. Raises DemoRefused for a database that no demo made."""
    name = databases.owner.name
    comment = _comment(admin, name)
    if comment is None:
        return
    if comment not in {_MARK, _BEGUN}:
        raise DemoRefused(f"database {name} was not made by bin/demo and stays as it is; drop it yourself")
    roles.drop_database(admin, name)


def is_seeded(databases: Databases) -> bool:
    """Whether the country is there. Raises DemoRefused if the database holds people that no demo invented."""
    comment = _comment(databases.owner, databases.owner.name)
    if comment == _MARK:
        return True
    with psycopg.connect(str(databases.app)) as connection:
        row = connection.execute("SELECT EXISTS (SELECT FROM worker)").fetchone()
    inhabited = bool(row and row[0])
    if inhabited and comment == _BEGUN:
        raise DemoRefused("the last seed was cut short; start with bin/demo --reset")
    if inhabited:
        raise DemoRefused(
            f"database {databases.app.name} already holds people; name an empty one in DATABASE_URL"
        )
    _note(databases, _BEGUN)
    return False


def note_seeded(databases: Databases) -> None:
    """The country is complete."""
    _note(databases, _MARK)


def _note(databases: Databases, mark: str) -> None:
    comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
    with psycopg.connect(str(databases.owner), autocommit=True) as connection:
        connection.execute(comment.format(sql.Identifier(databases.owner.name), mark))


def _comment(admin: DatabaseUrl, name: str) -> str | None:
    """The database's comment, empty where it has none; None where there is no such database."""
    query = "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = %s"
    with psycopg.connect(str(admin)) as connection:
        row = connection.execute(query, [name]).fetchone()
    return None if row is None else str(row[0])
