"""Which PostgreSQL this process speaks to, and as whom: owner, application or reader."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from ccus.foundation import env

OWNER, APP, READER = "ccus_owner", "ccus_app", "ccus_reader"


@dataclass(frozen=True, slots=True)
class DatabaseUrl:
    """One address as libpq reads it: `postgresql://user:password@host:port/name?option=value`."""

    user: str
    name: str
    host: str = ""
    password: str = ""
    port: int | None = None
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, url: str) -> Self:
        """Read an address; a socket folder may stand as `?host=/folder`. Raises ValueError for another scheme."""
        parts = urlsplit(url)
        if parts.scheme not in {"postgresql", "postgres"}:
            raise ValueError("データベースの URL は postgresql:// で始めてください。")
        options = dict(parse_qsl(parts.query))
        host = options.pop("host", "") or unquote(parts.hostname or "")
        return cls(
            user=unquote(parts.username or ""),
            name=unquote(parts.path.lstrip("/")),
            host=host,
            password=unquote(parts.password or ""),
            port=parts.port,
            options=tuple(sorted(options.items())),
        )

    def __str__(self) -> str:
        """The address again; a host that is a folder goes into the query, as libpq wants it."""
        secret = f":{quote(self.password, safe='')}" if self.password else ""
        folder = self.host.startswith("/")
        host = "" if folder else self.host
        port = f":{self.port}" if self.port else ""
        query = urlencode([*([("host", self.host)] if folder else []), *self.options], safe="/")
        address = f"postgresql://{quote(self.user, safe='')}{secret}@{host}{port}/{quote(self.name, safe='')}"
        return f"{address}?{query}" if query else address

    def called(self, name: str) -> "DatabaseUrl":
        """The same server and role, another database."""
        return replace(self, name=name)

    def django(self) -> dict[str, object]:
        """The address as an entry of Django's DATABASES."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": self.name,
            "USER": self.user,
            "PASSWORD": self.password,
            "HOST": self.host,
            "PORT": str(self.port or ""),
            "OPTIONS": dict(self.options),
        }


@dataclass(frozen=True, slots=True)
class Databases:
    """One database seen by its three roles: `owner` migrates, `app` runs the pages, `reader` takes the taps."""

    owner: DatabaseUrl
    app: DatabaseUrl
    reader: DatabaseUrl

    def called(self, name: str) -> "Databases":
        """The same three roles on another database of the same server."""
        return Databases(self.owner.called(name), self.app.called(name), self.reader.called(name))

    def environment(self) -> dict[str, str]:
        """The three addresses under the names the environment has for them."""
        return {
            "DATABASE_OWNER_URL": str(self.owner),
            "DATABASE_URL": str(self.app),
            "READER_DATABASE_URL": str(self.reader),
        }


def on_socket(folder: Path, name: str) -> Databases:
    """The three addresses of a database on the embedded server, whose socket lies in `folder`."""
    owner = DatabaseUrl(user=OWNER, name=name, host=str(folder))
    return Databases(owner, replace(owner, user=APP), replace(owner, user=READER))


def given() -> Databases | None:
    """What the environment names; None where it names nothing and the embedded server is meant.

    A reader address that is not given is the application's, with the reader's role and the same password.
    An owner address that is not given is the application's: such a process can read and write, never migrate.
    """
    url = env.text("DATABASE_URL")
    if not url:
        return None
    app = DatabaseUrl.parse(url)
    owner, reader = env.text("DATABASE_OWNER_URL"), env.text("READER_DATABASE_URL")
    return Databases(
        owner=DatabaseUrl.parse(owner) if owner else app,
        app=app,
        reader=DatabaseUrl.parse(reader) if reader else replace(app, user=READER),
    )
