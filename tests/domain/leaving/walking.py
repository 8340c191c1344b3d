"""全表を見て回る: where in the whole database a word still stands, whatever it is kept in."""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence

import psycopg
from django.core import signing
from psycopg import sql

from ccus.domain.leaving.fates import FORGET, STAYS

_COLUMNS = """
select n.nspname, c.relname, array_agg(a.attname::text order by a.attnum),
       array_agg(format_type(a.atttypid, null) order by a.attnum)
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
where c.relkind in ('r', 'p', 'm') and not c.relispartition and a.attnum > 0 and not a.attisdropped
  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
group by 1, 2 order by 1, 2
"""
_KEYS = {
    **dict.fromkeys(("worker_id", "worker", "low_id", "high_id", "main_id"), "workers"),
    **dict.fromkeys(("account_id", "user_id"), "accounts"),
    "applicant_id": "applicants",
}
_RESTS = {table for table, statement in FORGET if statement.startswith("update")} | set(STAYS)
"""Tables whose rows stay with the key, without words."""
_LARGE = "select lo_get(oid) from pg_largeobject_metadata"


def places(owner: psycopg.Connection, *words: str, only: Collection[str] = ()) -> set[str]:
    """`table.column` wherever one of the words (regular expressions) stands: text, documents, arrays, days, images,
    compressed parts, sessions, large objects. `only`: these tables alone."""
    pattern = "|".join(words)
    found = set()
    for schema, table, names, kinds in owner.execute(_COLUMNS).fetchall():
        if only and table not in only:
            continue
        prefix = table if schema == "public" else f"{schema}.{table}"
        found |= {f"{prefix}.{name}" for name in _in_text(owner, (schema, table), names, pattern)}
        for name in (name for name, kind in zip(names, kinds, strict=True) if kind == "bytea"):
            if any(_in_bytes(content, pattern) for content in _values(owner, (schema, table), name)):
                found.add(f"{prefix}.{name}")
    if only:
        return found
    if any(
        _in_session(data, pattern) for data in _values(owner, ("public", "django_session"), "session_data")
    ):
        found.add("django_session.session_data")
    if any(_in_bytes(content, pattern) for (content,) in owner.execute(_LARGE).fetchall()):
        found.add("pg_largeobject")
    return found


def tied_to(
    owner: psycopg.Connection, person: Mapping[str, Sequence[int]], *, only: Collection[str] = ()
) -> set[str]:
    """`table.column` that still names the person by key, where no row was to stay."""
    found = set()
    for _, table, names, kinds in owner.execute(_COLUMNS).fetchall():
        if only and table not in only:
            continue
        for name, kind in zip(names, kinds, strict=True):
            is_list = kind == "bigint[]" and name == "workers"
            if is_list or (name in _KEYS and table not in _RESTS):
                keys = person[_KEYS.get(name, "workers")]
                query = sql.SQL("select exists (select from {} where {} && %s::bigint[])").format(
                    sql.Identifier(table),
                    sql.SQL("{}" if is_list else "array[{}::bigint]").format(sql.Identifier(name)),
                )
                if owner.execute(query, [keys]).fetchall()[0][0]:
                    found.add(f"{table}.{name}")
    return found


def _in_text(
    owner: psycopg.Connection, table: tuple[str, str], names: Sequence[str], pattern: str
) -> Iterator[str]:
    each = sql.SQL(", ").join(
        sql.SQL("coalesce(bool_or({}::text ~ {}), false)").format(sql.Identifier(name), sql.Literal(pattern))
        for name in names
    )
    [holds] = owner.execute(sql.SQL("select {} from {}").format(each, sql.Identifier(*table))).fetchall()
    return (name for name, does in zip(names, holds, strict=True) if does)


def _values(owner: psycopg.Connection, table: tuple[str, str], name: str) -> Iterator[bytes | str]:
    query = sql.SQL("select {c} from {t} where {c} is not null").format(
        c=sql.Identifier(name), t=sql.Identifier(*table)
    )
    return (value for (value,) in owner.execute(query).fetchall())


def _in_bytes(content: bytes | str, pattern: str) -> bool:
    raw = bytes(content) if not isinstance(content, str) else content.encode()
    return any(_search(pattern, part.decode("utf-8", "ignore")) for part in _unpacked(raw))


def _unpacked(raw: bytes) -> Iterator[bytes]:
    yield raw
    if zipfile.is_zipfile(io.BytesIO(raw)):
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    for start in (found.end() for found in re.finditer(rb"stream\r?\n", raw)):
        try:
            yield zlib.decompressobj().decompress(raw[start:])
        except zlib.error:
            continue


def _in_session(data: bytes | str, pattern: str) -> bool:
    said = signing.loads(str(data), salt="django.contrib.sessions.SessionStore")
    return _search(pattern, repr(said))


def _search(pattern: str, text: str) -> bool:
    """The same words as PostgreSQL reads them, where the edge of a word is written otherwise."""
    return re.search(pattern.replace(r"\y", r"\b"), text) is not None
