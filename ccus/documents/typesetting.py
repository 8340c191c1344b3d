"""組版: Typst makes a PDF of a template and of data that stays data."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import typst

TEMPLATES = Path(__file__).parent / "templates"
_FONTS = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")


@cache
def fonts() -> typst.Fonts:
    """The letters of the papers: ours alone, so that a paper looks the same on every machine."""
    folders = [Path(str(files(font))) for font in _FONTS]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


def pdf(template: str, data: Mapping[str, object]) -> bytes:
    """書類を組む: `templates/<template>.typ` with `data`, as a tagged PDF (PDF/UA-1).

    The data travels as JSON beside the template, never as markup: a name with `#` or `$` in it is a name (PORTAL-14).
    """
    return typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
