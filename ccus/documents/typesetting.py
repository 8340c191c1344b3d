"""組版: Typst makes a PDF of a template and of data that stays data."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import typst

TEMPLATES = Path(__file__).parent / "templates"
_REMEMBERED = 11
_FONTS = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")


def font_folders() -> list[Path]:
    """Where the letters of the papers lie."""
    return [Path(str(files(font))) for font in _FONTS]


@cache
def fonts() -> typst.Fonts:
    """The letters of the papers: ours alone, so that a paper looks the same on every machine."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=list(font_folders())
    )


def pdf(template: str, data: Mapping[str, object]) -> bytes:
    """書類を組む: `templates/<template>.typ` with `data`, as a tagged PDF (PDF/UA-1).

    The data travels as JSON beside the template, never as markup: a name with `#` or `$` in it is a name (PORTAL-14).
    """
    return _made(template, data, format="pdf", pdf_standards="ua-1")


def print_data(template: str, data: Mapping[str, object]) -> bytes:
    """印刷データを組む: the same without tags, in the PDF 1.4 that every printing machine reads.

    Memory stays as it was: Typst keeps what its last ten papers were made of, here ten times all photographs.
    """
    made = _made(template, data, format="pdf", pdf_standards="1.4", pdf_tags=False)
    for _ in range(_REMEMBERED):
        typst.compile(b"", font_paths=fonts(), ignore_system_fonts=True, format="svg")
    return made


def picture(template: str, data: Mapping[str, object], *, dots_per_inch: float) -> bytes:
    """絵にする: a template of one page, as PNG."""
    return _made(template, data, format="png", ppi=dots_per_inch)


def _made(template: str, data: Mapping[str, object], **how: Any) -> bytes:
    return cast(
        "bytes",
        typst.compile(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            **how,
        ),
    )
