"""書類を返す: a paper as a file, named after what it is, whose, and of which day."""

from datetime import date

from django.http import HttpResponse

from ccus.domain.papers.terms import FileKind, PaperKind
from ccus.entrance.attached import attached


def paper_attached(
    content: bytes, kind: PaperKind, file_kind: FileKind, *, firm: str, day: date
) -> HttpResponse:
    """The answer that a browser keeps as 作業員名簿_見本工業_20261120.pdf; kept by no cache."""
    name = f"{kind.label}_{firm[:40]}_{day:%Y%m%d}"
    return attached(content, file_kind, name=name, plain=f"ccus-{kind}-{day:%Y%m%d}")
