"""静的ファイル: the gate page and what it is made of, from the same origin as the taps."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {
    "/gate/": _ROOT / "api" / "readers" / "kiosk",
    "/ui/vendor/": _ROOT / "ui" / "vendor",
    "/ui/": _ROOT / "ui" / "static" / "ui",
}
_TYPES = {
    ".html": b"text/html; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".css": b"text/css; charset=utf-8",
    ".svg": b"image/svg+xml",
    ".png": b"image/png",
    ".woff2": b"font/woff2",
    ".webmanifest": b"application/manifest+json",
    ".json": b"application/json",
    ".txt": b"text/plain; charset=utf-8",
}
HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
)


class StaticFile(NamedTuple):
    """One file, ready to be sent."""

    body: bytes
    headers: list[tuple[bytes, bytes]]
    etag: bytes


@dataclass(slots=True)
class _Kept:
    changed: int
    file: StaticFile


class Statics:
    """The files below `FOLDERS`, each read once until it changes."""

    def __init__(self) -> None:
        self._kept: dict[Path, _Kept] = {}

    def find(self, path: str) -> StaticFile | None:
        """The file at a path of the address; a folder means its index.html. Nothing outside the folders."""
        for prefix, folder in FOLDERS.items():
            if path.startswith(prefix):
                inside = _resolved(folder / (path[len(prefix) :] or "index.html"))
                if inside is not None and inside.is_relative_to(folder) and inside.suffix in _TYPES:
                    return self._read(inside)
        return None

    def _read(self, path: Path) -> StaticFile:
        changed = path.stat().st_mtime_ns
        kept = self._kept.get(path)
        if kept is None or kept.changed != changed:
            kept = self._kept[path] = _Kept(changed, _load(path))
        return kept.file


def _resolved(path: Path) -> Path | None:
    """The file behind a path as strangers write it; None where there is none, also for names that can be no file's."""
    try:
        resolved = path.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    return resolved if resolved.is_file() else None


def _load(path: Path) -> StaticFile:
    body = path.read_bytes()
    etag = b'"' + hashlib.sha256(body).hexdigest()[:32].encode() + b'"'
    keep = b"max-age=86400" if path.suffix == ".woff2" else b"no-cache"
    headers = [
        (b"content-type", _TYPES[path.suffix]),
        (b"content-length", str(len(body)).encode()),
        (b"etag", etag),
        (b"cache-control", keep),
        *HEADERS,
    ]
    return StaticFile(body, headers, etag)
