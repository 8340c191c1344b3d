"""ファイルとして返す: a paper as an attachment, with a name that says what it is."""

from datetime import date
from urllib.parse import quote

from django.http import HttpResponse

from ccus.domain.papers.terms import FileKind, PaperKind


def attached(content: bytes, kind: PaperKind, file_kind: FileKind, *, firm: str, day: date) -> HttpResponse:
    """The answer that a browser keeps as 作業員名簿_見本工業_20261120.pdf; kept by no cache."""
    name = quote(f"{kind.label}_{firm[:40]}_{day:%Y%m%d}.{file_kind}")
    plain = f"ccus-{kind}-{day:%Y%m%d}.{file_kind}"
    return HttpResponse(
        content,
        content_type=file_kind.media_type,
        headers={
            "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
        },
    )
