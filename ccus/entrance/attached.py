"""ファイルとして返す: every image and every file leaves by one of these, with the same guards (DISC-17)."""

from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote

from django.http import Http404, HttpResponse

from ccus.foundation.sheets.writing import csv_bytes, xlsx_bytes

_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "jpg": "image/jpeg",
}
_GUARDS: Final = {
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Whatever a file holds, it runs nothing and loads nothing.
_SANDBOX: Final = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
}


def attached(content: bytes, kind: str, *, name: str, plain: str) -> HttpResponse:
    """A file to keep. `name` is what people see, `plain` what a browser without Japanese names it."""
    named = f"attachment; filename=\"{plain}.{kind}\"; filename*=UTF-8''{quote(f'{name}.{kind}')}"
    return _answer(content, kind, named, _SANDBOX)


def pdf_answer(content: bytes, *, plain: str) -> HttpResponse:
    """A PDF that the browser opens: its reader of PDFs starts in no sandbox, so the pages' own policy guards it."""
    return _answer(content, "pdf", f'inline; filename="{plain}.pdf"', {})


def image_answer(content: bytes | None) -> HttpResponse:
    """A JPEG in a page. Raises Http404 where there is none."""
    if content is None:
        raise Http404
    return _answer(content, "jpg", "inline", _SANDBOX)


def table_attached(
    kind: str, title: str, head: Sequence[str], rows: Iterable[Sequence[object]], *, name: str, plain: str
) -> HttpResponse:
    """A table as CSV or Excel (SITE-30). Raises Http404 for another kind."""
    if kind not in {"csv", "xlsx"}:
        raise Http404
    content = csv_bytes(head, rows) if kind == "csv" else xlsx_bytes(title, head, rows)
    return attached(content, kind, name=name, plain=plain)


def _answer(content: bytes, kind: str, disposition: str, policy: dict[str, str]) -> HttpResponse:
    headers = _GUARDS | policy | {"Content-Disposition": disposition}
    return HttpResponse(content, content_type=_TYPES[kind], headers=headers)
