"""The pages' style sheet travels as one file that says what the many say."""

import re
from pathlib import Path

import pytest

from ccus.config.static import STYLE_SHEET
from ccus.ui.style_sheets import bound

SHEETS = {
    "ui/main.css": """@layer low, high;
/* Theirs. */
@import url("../vendor/font/font.css");
@import url("parts/chip.css") layer(high);
""",
    "vendor/font/font.css": "@font-face { src: url(slice.woff2) format('woff2'); }",
    "ui/parts/chip.css": '/* MIT */ @import url("deep.css");\n.chip { mask: url("../shapes/a.svg"); }',
    "ui/parts/deep.css": ".deep { background: url(data:image/gif;base64,R0) url('/static/b.svg'), url(#c); }",
}


def test_what_is_imported_stands_in_its_place_and_its_layer() -> None:
    assert bound("ui/main.css", SHEETS.__getitem__) == (
        "@layer low, high;\n/* Theirs. */\n"
        """@font-face { src: url("../vendor/font/slice.woff2") format('woff2'); }\n"""
        "@layer high {\n/* MIT */ "
        ".deep { background: url(data:image/gif;base64,R0) url('/static/b.svg'), url(#c); }\n"
        '.chip { mask: url("shapes/a.svg"); }\n}\n'
    )


@pytest.mark.parametrize(
    "left", ['@import "chip.css";', '@import url("chip.css") print;', '@charset "utf-8";']
)
def test_what_cannot_be_bound_is_refused(left: str) -> None:
    with pytest.raises(ValueError, match=r"a\.css"):
        bound("a.css", {"a.css": left}.__getitem__)


def test_a_page_asks_for_one_style_sheet(static_files: Path) -> None:
    sheet = (static_files / STYLE_SHEET).read_text()
    assert "@import" not in sheet
    assert {"--color-primitive-blue-50", ".chip", "@font-face", "@page"} <= set(
        re.findall(r"--color-primitive-blue-50\b|\.chip\b|@font-face|@page", sheet)
    )
    assert sheet.index("@layer reset, tokens") < sheet.index("@font-face") < sheet.index("@layer tokens {")
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert named
    assert all((static_files / STYLE_SHEET).parent.joinpath(name).is_file() for name in named)
