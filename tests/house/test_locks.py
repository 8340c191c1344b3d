"""The lock files: names, versions and hashes, and every package with its reason."""

import re
import tomllib
from pathlib import Path

import pytest

from ccus.foundation.env import REPOSITORY

LOCKS = sorted((REPOSITORY / "requirements").glob("*.txt"))
LINE = re.compile(
    r"[a-z0-9-]+==[0-9][0-9a-z.]*(?: ; [a-z_]+ [!=<>]+ \"[^\"]+\")? \\"
    r"|    --hash=sha256:[0-9a-f]{64}(?: \\)?"
    r"|# [A-Za-z ]+:?"
    r"|"
)
PROJECT = (REPOSITORY / "pyproject.toml").read_text()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_holds_names_versions_and_hashes_only(lock: Path) -> None:
    lines = lock.read_text().splitlines()
    assert not [line for line in lines if not LINE.fullmatch(line)]


def test_every_runtime_package_is_locked() -> None:
    locked = set(
        re.findall(r"^([a-z0-9-]+)==", (REPOSITORY / "requirements" / "run.txt").read_text(), re.MULTILINE)
    )
    wanted = {
        re.split(r"[\[<>=;]", need)[0].strip().lower()
        for need in tomllib.loads(PROJECT)["project"]["dependencies"]
    }
    assert wanted <= locked


def test_every_runtime_package_has_a_reason() -> None:
    listed = PROJECT.split("dependencies = [\n", 1)[1].split("\n]", 1)[0].splitlines()
    assert not [line for line in listed if not re.search(r'",\s+# \w', line)]
