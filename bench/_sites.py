"""Sites of any size in a measurement's database, with everything in order."""

import subprocess
from datetime import date
from pathlib import Path

from ccus.foundation import clock, postgres_binaries
from ccus.foundation.databases import Databases

DATA = Path(__file__).with_name("sites_data.sql")


def load_sites(
    databases: Databases,
    *,
    firms: int,
    lines: int,
    sites: int = 1,
    after: int = 0,
    since: date | None = None,
    flawed: bool = False,
) -> None:
    """Sites `after` + 1 to `after` + `sites`, of that many firms (3 to 999) and roster lines (up to 9,999) each.

    `since`: the first day on which everybody tapped, up to yesterday; without it nobody did. `flawed`: some cards end
    today, some workers have none.
    """
    today = clock.today()
    values = {"sites": sites, "after": after, "firms": firms, "lines": lines, "flawed": int(flawed)}
    variables = [f"--set={name}={value}" for name, value in values.items()]
    days = [f"--set=first={since or today}", f"--set=until={today}"]
    command = [str(postgres_binaries.folder() / "psql"), "-X", "-q", "--set=ON_ERROR_STOP=1"]
    subprocess.run(
        [*command, *variables, *days, "-d", str(databases.owner), "-f", str(DATA)],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def prime_of(place: int) -> int:
    """The company that is the prime of a site; its spot has the same number."""
    return 1000 * place + 1


def firm_of(place: int, n: int) -> int:
    """The n-th company of a site; 1 is the prime, 2 the first tier above all others."""
    return 1000 * place + n


def number_of(place: int) -> str:
    """現場ID of a site."""
    return f"{place:013d}9"
