"""What the process is told from outside: the only reader of the environment."""

import hashlib
import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SYSTEM_FOLDER = Path("/var/lib/ccus")


def text(name: str, default: str = "") -> str:
    """The variable `name`, stripped; `default` where it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False) -> bool:
    """The variable `name` as yes or no: 1 and 0. Raises ValueError for anything else."""
    value = text(name, "1" if default else "0")
    if value not in {"0", "1"}:
        raise ValueError(f"{name} は 0 か 1 で指定してください(指定された値: {value})。")
    return value == "1"


def words(name: str, default: str = "") -> list[str]:
    """The variable `name` as a list, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def data_folder() -> Path:
    """Where this clone keeps its own data: `CCUS_DATA`, else the repository's var/, for root below /var/lib/ccus.

    PostgreSQL never runs as root, and nobody's home has to be opened to its account: hence not in the repository.
    """
    given = text("CCUS_DATA")
    if given:
        return Path(given).resolve()
    if os.geteuid() != 0:
        return REPOSITORY / "var"
    return SYSTEM_FOLDER / f"{REPOSITORY.name}-{hashlib.sha256(bytes(REPOSITORY)).hexdigest()[:8]}"
