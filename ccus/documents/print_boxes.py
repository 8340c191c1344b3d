"""裁ち落としの枠: a BleedBox on every page of a PDF whose paper is larger than what is cut (CARD-17).

Typst writes where a page is cut (TrimBox), and takes everything around it for bleed. The pages are said once more at
the end of the file, as PDF changes files, with the box that print shops read.
"""

import re

_POINTS = 72 / 25.4
_PAGE = re.compile(
    rb"\n(?P<key>\d+) 0 obj\n(?P<says><</Type/Page/[^\n]*/TrimBox\[(?P<trim>[\d. ]+)\][^\n]*)>>\nendobj"
)
_TRAILER = re.compile(rb"\ntrailer\n<<(?P<says>.*)>>\nstartxref\n(?P<table>\d+)\n%%EOF\s*$", re.DOTALL)


def with_bleed_boxes(made: bytes, *, bleed: float) -> bytes:
    """The PDF with `bleed` millimetres around the TrimBox of every page. Raises ValueError without such pages."""
    pages, trailer = list(_PAGE.finditer(made)), _TRAILER.search(made)
    if not pages or trailer is None:
        raise ValueError("no page that is cut, or no table of a PDF 1.4")
    added, entries = [b"\n"], []
    start = len(made)
    for page in pages:
        start += len(added[-1])
        entries.append(b"%s 1\n%010d 00000 n\r\n" % (page["key"], start))
        added.append(
            b"%s 0 obj\n%s/BleedBox[%s]>>\nendobj\n"
            % (page["key"], page["says"], _around(page["trim"], bleed))
        )
    start += len(added[-1])
    added += [b"xref\n0 1\n0000000000 65535 f\r\n", *entries]
    added.append(
        b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer["says"], trailer["table"], start)
    )
    return made + b"".join(added)


def _around(trim: bytes, bleed: float) -> bytes:
    left, bottom, right, top = (float(number) for number in trim.split())
    more = bleed * _POINTS
    return b"%.4f %.4f %.4f %.4f" % (left - more, bottom - more, right + more, top + more)
