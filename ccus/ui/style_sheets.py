"""One style sheet out of those that it imports, so that a phone asks once instead of forty times."""

import posixpath
import re
from collections.abc import Callable

# As main.css writes it: `@import url("components/chip.css") layer(components);`
_IMPORT = re.compile(r"""@import url\(["'](?P<file>[^"']+)["']\)(?: layer\((?P<layer>[\w-]+)\))?;""")
_URL = re.compile(r"""url\((?P<quote>["']?)(?![/#]|[a-z]+:)(?P<file>[^"')]+)(?P=quote)\)""")
_LEFT = re.compile(r"^\s*@(?:import|charset|namespace)\b", re.MULTILINE)


def bound(name: str, read: Callable[[str], str]) -> str:
    """The style sheet with every import put in its place, in its layer; ValueError for what only a file may hold.

    `name` and what `read` is asked for are paths below the same root. Comments, and so the licences, stay.
    """
    return _within(name, read, posixpath.dirname(name)) + "\n"


def _within(name: str, read: Callable[[str], str], home: str) -> str:
    """One file, its addresses written as seen from the folder `home`."""
    folder = posixpath.dirname(name)

    def put(match: re.Match[str]) -> str:
        sheet = _within(posixpath.normpath(posixpath.join(folder, match["file"])), read, home)
        return f"@layer {match['layer']} {{\n{sheet}\n}}" if match["layer"] else sheet

    def seen_from_home(match: re.Match[str]) -> str:
        return f'url("{posixpath.relpath(posixpath.join(folder, match["file"]), home)}")'

    pieces, end, text = [], 0, read(name)
    for match in _IMPORT.finditer(text):
        pieces += [_URL.sub(seen_from_home, text[end : match.start()]), put(match)]
        end = match.end()
    rest = [*pieces, _URL.sub(seen_from_home, text[end:])]
    if any(_LEFT.search(piece) for piece in rest):
        raise ValueError(f"{name}: @import、@charset、@namespace のうち、まとめられないものがあります。")
    return "".join(rest).strip()
