"""Third-party parts are what the table says, and the fonts hold what names need."""

import hashlib
import re

import pytest

from ccus.foundation.env import REPOSITORY

VENDOR = REPOSITORY / "ccus" / "ui" / "vendor"
TABLE = dict(
    re.findall(r"^\| `([^`]+)` .* `([0-9a-f]{64})` ", (VENDOR / "VENDORED.md").read_text(), re.MULTILINE)
)
OURS = {"VENDORED.md", "noto-sans-jp/noto-sans-jp.css"}


def test_every_file_is_listed_with_its_hash() -> None:
    found = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "LICENSE" and str(path.relative_to(VENDOR)) not in OURS
    }
    assert found == TABLE


def test_every_folder_has_its_licence() -> None:
    assert all((folder / "LICENSE").is_file() for folder in VENDOR.iterdir() if folder.is_dir())


@pytest.mark.parametrize("letter", "髙﨑𠮷濵邉邊德栁桒瀨彅昻𣘺淸彥髙あアーヴんễơĐạ")
def test_a_slice_is_there_for_every_letter_that_names_need(letter: str) -> None:
    ranges = re.findall(
        r"U\+([0-9a-fA-F]+)(?:-([0-9a-fA-F]+))?", (VENDOR / "noto-sans-jp/noto-sans-jp.css").read_text()
    )
    assert any(int(first, 16) <= ord(letter) <= int(last or first, 16) for first, last in ranges)
