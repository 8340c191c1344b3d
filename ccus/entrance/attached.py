"""ファイルとして返す: an answer that a browser keeps, under a name that says what it is."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from django.http import Http404, HttpResponse

from ccus.foundation.sheets.writing import csv_bytes, xlsx_bytes

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def attached(content: bytes, kind: str, *, name: str, plain: str) -> HttpResponse:
    """A file of that kind. `name` is what people see, `plain` what a browser without Japanese names it."""
    named = f"attachment; filename=\"{plain}.{kind}\"; filename*=UTF-8''{quote(f'{name}.{kind}')}"
    return HttpResponse(content, content_type=_TYPES[kind], headers={"Content-Disposition": named})


def table_attached(
    kind: str, title: str, head: Sequence[str], rows: Iterable[Sequence[object]], *, name: str, plain: str
) -> HttpResponse:
    """A table as CSV or Excel (SITE-30). Raises Http404 for another kind."""
    if kind not in {"csv", "xlsx"}:
        raise Http404
    content = csv_bytes(head, rows) if kind == "csv" else xlsx_bytes(title, head, rows)
    return attached(content, kind, name=name, plain=plain)
