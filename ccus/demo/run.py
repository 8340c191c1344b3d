"""The supervisor behind `bin/demo` and `bin/dev`: one database, three servers, one Ctrl-C.

Every server gets only the addresses it may use: nobody but the job worker knows the owner's.
"""

import argparse
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import psycopg

from ccus.demo.servers import Server, ServerEnded, is_taken, wait_until_answering, watch
from ccus.demo.setting import DemoRefused, begin_anew, is_seeded, note_seeded
from ccus.foundation import env, postgres
from ccus.foundation.databases import Databases

_NOT_FOR_PAGES = {"DATABASE_OWNER_URL", "READER_DATABASE_URL"}
_NOT_FOR_READERS = {"DATABASE_OWNER_URL", "DATABASE_URL", "SECRET_KEY"}
_SEED = ("--scale", "town", "--seed", "1")


class Stopped(Exception):
    """Somebody asked the demo to end."""


def main() -> int:
    """Run until Ctrl-C; 0 then, 1 where something is in the way or a server ended by itself."""
    options = _options()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    try:
        for port in (options.port, options.reader_port):
            if is_taken(port):
                raise DemoRefused(
                    f"port {port} is in use: end what uses it, or choose others with --port and --reader-port"
                )
        addresses = _addresses(options)
        with _database(addresses, reset=options.reset) as databases:
            _run(databases, addresses, options)
    except (Stopped, KeyboardInterrupt):
        _say("stopped")
        return 0
    except (
        DemoRefused,
        ServerEnded,
        postgres.PostgresFailed,
        psycopg.Error,
        subprocess.SubprocessError,
    ) as failure:
        sys.stderr.write(f"bin/demo: {failure}\n")
        return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/demo")
    parser.add_argument("--reset", action="store_true", help="forget the country and begin anew")
    parser.add_argument("--dev", action="store_true", help="reload on every change, show errors in the page")
    parser.add_argument("--port", type=int, default=8000, help="the portals' port (8000)")
    parser.add_argument("--reader-port", type=int, default=8001, help="the gate's and readers' port (8001)")
    return parser.parse_args()


def _stop(_number: int, _frame: FrameType | None) -> None:
    # a second Ctrl-C must not cut the tidying up short
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Stopped


def _say(sentence: str) -> None:
    sys.stdout.write(f"→ {sentence}\n")
    sys.stdout.flush()


@contextmanager
def _database(addresses: dict[str, str], *, reset: bool) -> Iterator[Databases]:
    """The database with its tables and its country, made where they are missing."""
    _say("database")
    with postgres.server("demo") as (admin, databases):
        if reset:
            begin_anew(admin, databases)
            shutil.rmtree(env.data_folder() / "mail", ignore_errors=True)
        postgres.ensure_ready(admin, databases)
        environment = databases.environment() | addresses
        _say("tables")
        _manage(environment, "migrate", "--skip-checks", "--verbosity", "0")
        if not is_seeded(databases):
            _say("an invented country (once)")
            _manage(environment, "seed_demo", *_SEED)
            note_seeded(databases)
        yield databases


def _addresses(options: argparse.Namespace) -> dict[str, str]:
    """What everything that runs here must know, also whoever writes mail while the country is made."""
    return {
        "PUBLIC_URL": f"http://localhost:{options.port}",
        "READER_URL": f"http://127.0.0.1:{options.reader_port}",
        "SECRET_KEY": _secret_key(),
        "DEBUG": "1" if options.dev else env.text("DEBUG", "0"),
    }


def _run(databases: Databases, addresses: dict[str, str], options: argparse.Namespace) -> None:
    if not options.dev:
        _say("style sheets and scripts")
        _manage(databases.environment() | addresses, "collectstatic", "--no-input", "--verbosity", "0")
    logs = None if options.dev else env.data_folder() / "logs"
    with watch(demo_servers(databases.environment() | addresses, options), logs) as running:
        wait_until_answering(running, (options.port, options.reader_port))
        _say(f"pages   {addresses['PUBLIC_URL']}/")
        _say(f"gate    {addresses['READER_URL']}/")
        _manage(databases.environment() | addresses, "demo_sign_ins")
        _say("Ctrl-C ends it")
        running.wait()


def demo_servers(environment: Mapping[str, str], options: argparse.Namespace) -> list[Server]:
    """Portal, readers' server and job worker, each with what it may know."""
    everything = os.environ | dict(environment)
    pages_know = {name: value for name, value in everything.items() if name not in _NOT_FOR_PAGES}
    readers_know = {name: value for name, value in everything.items() if name not in _NOT_FOR_READERS}
    python, portal, reader = sys.executable, str(options.port), str(options.reader_port)
    granian = ("-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", portal)
    served = (*granian, "--blocking-threads", "4", "--log-level", "warning", "ccus.config.wsgi:application")
    pages: tuple[str, ...] = ("manage.py", "runserver", portal) if options.dev else served
    uvicorn = ("-m", "uvicorn", "--host", "127.0.0.1", "--port", reader, "--log-level", "warning")
    reload = ("--reload", "--reload-dir", "ccus") if options.dev else ()
    return [
        Server("portal", (python, *pages), pages_know),
        Server("readers", (python, *uvicorn, *reload, "ccus.api.readers.asgi:app"), readers_know),
        Server("jobs", (python, "manage.py", "jobs"), everything),
    ]


def _manage(environment: Mapping[str, str], *command: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=env.REPOSITORY,
        env=os.environ | dict(environment),
        check=True,
        # Ctrl-C is the supervisor's business
        start_new_session=True,
    )


def _secret_key() -> str:
    """One key for all starts, so that a sign-in outlives them."""
    given = env.text("SECRET_KEY")
    if given:
        return given
    kept: Path = env.data_folder() / "secret-key"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text()


if __name__ == "__main__":
    sys.exit(main())
