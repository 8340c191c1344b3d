"""Roles and databases: made by the owner or a superuser, never at run time."""

import psycopg
from psycopg import sql

from ccus.foundation.databases import APP, OWNER, READER, Databases, DatabaseUrl


def ensure_roles(admin: DatabaseUrl, databases: Databases) -> None:
    """Make `ccus_owner`, `ccus_app` and `ccus_reader` where they are missing; existing ones are left as they are.

    A role that one of the addresses signs in as may log in, with the address's password. An address with a name of
    its own becomes a member of the role it stands for, because migrations grant to these three names.
    """
    with psycopg.connect(str(admin), autocommit=True) as connection:
        for role, url in ((OWNER, databases.owner), (APP, databases.app), (READER, databases.reader)):
            if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone() is None:
                connection.execute(_creation(role, url))
            if url.user != role and not _is_member(connection, url.user, role):
                grant = sql.SQL("GRANT {} TO {}").format(sql.Identifier(role), sql.Identifier(url.user))
                connection.execute(grant)


def _creation(role: str, url: DatabaseUrl) -> sql.Composed:
    login = sql.SQL("LOGIN" if url.user == role else "NOLOGIN")
    creates = sql.SQL(" CREATEDB" if role == OWNER else "")
    password = (
        sql.SQL(" PASSWORD {}").format(url.password) if url.user == role and url.password else sql.SQL("")
    )
    return sql.SQL("CREATE ROLE {} {}{}{}").format(sql.Identifier(role), login, creates, password)


def _is_member(connection: psycopg.Connection, user: str, role: str) -> bool:
    row = connection.execute("SELECT pg_has_role(%s, %s, 'MEMBER')", [user, role]).fetchone()
    return bool(row and row[0])


def ensure_database(admin: DatabaseUrl, databases: Databases) -> bool:
    """Make the database, owned by its owner, with what migrations lean on. Returns whether it was missing."""
    name, owner = databases.owner.name, databases.owner.user
    with psycopg.connect(str(admin), autocommit=True) as connection:
        missing = (
            connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None
        )
        if missing:
            make = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0")
            connection.execute(make.format(sql.Identifier(name), sql.Identifier(owner)))
    with psycopg.connect(str(admin.called(name)), autocommit=True) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    return missing


def copy_database(admin: DatabaseUrl, databases: Databases, template: str) -> None:
    """Make the database as a copy of `template`, data, grants and all; some 40 ms. Nobody may be connected to it."""
    make = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY")
    names = (databases.owner.name, databases.owner.user, template)
    with psycopg.connect(str(admin), autocommit=True) as connection:
        connection.execute(make.format(*map(sql.Identifier, names)))


def drop_database(admin: DatabaseUrl, name: str) -> None:
    """Drop the database and end whoever is still connected to it; fine where there is none."""
    with psycopg.connect(str(admin), autocommit=True) as connection:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        connection.execute(drop.format(sql.Identifier(name)))
