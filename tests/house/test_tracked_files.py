"""What no tracked file may hold: this machine's paths, a registry's host, a secret, an unfinished thought."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ccus.foundation.env import REPOSITORY
from tests.house.source import text, tracked

VENDORED = "ccus/ui/vendor"
# Spelt in pieces, so that this file may be tracked too.
HOME_PATHS = re.compile(r"(?<![\w}.])/" + "(root/|home/" + r"\w|Users/|opt/|work/)")
REGISTRIES = re.compile(
    r"\b(" + "|".join(["py" + "pi", r"files\.python" + "hosted", "registry.npm" + "js"]) + r")\.org\b"
)
SECRETS = re.compile(
    "|".join(["BEGIN [A-Z ]*PRIVATE" + " KEY", "AK" + "IA[0-9A-Z]{16}", "gh" + "[pousr]_[A-Za-z0-9]{36}"])
)
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")


def _written_here() -> Iterator[Path]:
    for path in tracked():
        if not path.is_relative_to(VENDORED) and path.suffix not in {".png", ".woff2", ".ico"}:
            yield path


def _own_hosts() -> set[str]:
    """The package hosts that this machine is set up with."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    configured = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    spoken = [
        configured,
        *(value for name, value in os.environ.items() if name.startswith(("PIP_", "NPM_", "UV_"))),
    ]
    hosts = {urlsplit(url).hostname for url in re.findall(r"https?://[^\s'\"]+", " ".join(spoken))}
    return {host for host in hosts if host and not host.startswith(("localhost", "127."))}


@pytest.mark.parametrize("pattern", [HOME_PATHS, REGISTRIES, SECRETS, UNFINISHED], ids=str)
def test_no_file_holds_what_does_not_belong_there(pattern: re.Pattern[str]) -> None:
    assert not [
        f"{path}: {match[0]}" for path in _written_here() for match in [pattern.search(text(path))] if match
    ]


def test_no_file_names_this_machine() -> None:
    own = {f"{REPOSITORY.parent}/", *_own_hosts()} - {"//"}
    assert not [f"{path}: {word}" for path in _written_here() for word in own if word in text(path)]


def test_every_vendored_file_has_licence_version_and_hash_beside_it() -> None:
    parts = {path.parts[3] for path in tracked(f"{VENDORED}/*") if len(path.parts) > 4}
    for part in parts:
        beside = " ".join(path.name.lower() for path in tracked(f"{VENDORED}/{part}/*"))
        assert "licen" in beside, part
