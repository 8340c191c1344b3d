"""Databases of several sizes side by side, and a process for each that is asked for pages in turns."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from django.conf import settings
from django.test import Client

from ccus.foundation import env, postgres, roles
from ccus.foundation.databases import Databases

Asked = subprocess.Popen[str]


@contextmanager
def databases_of(
    name: str, sizes: Sequence[int], load: Callable[[Databases, int], None]
) -> Iterator[list[Databases]]:
    """A loaded database a size, in their order, on one server; dropped at the end."""
    with postgres.server("bench") as (admin, template), ExitStack() as stack:
        found = []
        for size in sizes:
            own = template.called(f"ccus_bench_{name}_{size}")
            roles.drop_database(admin, own.owner.name)
            roles.copy_database(admin, own, template.owner.name)
            stack.callback(roles.drop_database, admin, own.owner.name)
            load(own, size)
            found.append(own)
        yield found


@contextmanager
def asking(module: str, databases: Databases) -> Iterator[Asked]:
    """A process of `module` over one database, ready to be asked; ended at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=env.REPOSITORY,
        env=os.environ | databases.environment() | {"DJANGO_SETTINGS_MODULE": "ccus.config.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        _answer(process)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def ask(process: Asked, question: str) -> float:
    """The time in ms that the process answers to a line. Raises RuntimeError when it has gone away."""
    if process.stdin is None:
        raise RuntimeError("the process cannot be asked")
    process.stdin.write(f"{question}\n")
    process.stdin.flush()
    return float(_answer(process))


def enter(client: Client, account: Any) -> None:
    """Sign in with all that has to be given."""
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = client.session
    session["factor"] = True
    session.save()


def _answer(process: Asked) -> str:
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise RuntimeError("the process went away")
    return line
