"""What the service worker keeps is the whole page, under a name of its content."""

import hashlib
import json
import re
from pathlib import Path

from ccus.foundation.env import REPOSITORY

KIOSK = REPOSITORY / "ccus" / "api" / "readers" / "kiosk"
WORKER = (KIOSK / "sw.js").read_text()
TOKENS = REPOSITORY / "ccus" / "ui" / "vendor" / "dads" / "tokens.css"


def shell() -> list[Path]:
    return sorted(path for path in KIOSK.rglob("*") if path.is_file() and path.name != "sw.js")


def kept() -> list[str]:
    """The files that the worker's list names."""
    listed = re.search(r"const SHELL = \[(.*?)\]", WORKER, re.DOTALL)
    assert listed is not None
    return ["index.html" if path == "./" else path for path in re.findall(r'"([^"]+)"', listed[1])]


def colours(page: Path) -> dict[str, str]:
    return dict(re.findall(r"(--color-[\w-]+): (#\w+);", page.read_text()))


def test_every_file_of_the_page_is_kept_for_a_reload_without_a_line() -> None:
    assert sorted(kept()) == [str(path.relative_to(KIOSK)) for path in shell()]


def test_the_version_names_the_content() -> None:
    content = hashlib.sha256(b"".join(path.read_bytes() for path in shell())).hexdigest()[:12]
    assert re.findall(r'const VERSION = "(\w+)"', WORKER) == [content], f"write {content} into sw.js"


def test_the_page_has_no_script_or_style_inside() -> None:
    page = (KIOSK / "index.html").read_text()
    assert re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", page) == []


def test_the_colours_are_those_of_the_design_tokens() -> None:
    theirs = colours(TOKENS)
    assert {
        name: value for name, value in colours(KIOSK / "css" / "tokens.css").items() if theirs[name] != value
    } == {}


def test_a_module_stays_under_a_hundred_lines() -> None:
    assert [
        path.name for path in shell() if path.suffix == ".js" and len(path.read_text().splitlines()) > 99
    ] == []


def test_the_page_can_be_put_on_a_home_screen() -> None:
    manifest = json.loads((KIOSK / "manifest.webmanifest").read_text())
    assert (manifest["scope"], manifest["start_url"], manifest["display"]) == (
        "/gate/",
        "/gate/",
        "fullscreen",
    )
