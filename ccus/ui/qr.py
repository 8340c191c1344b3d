"""QRコード: an address for the camera of a telephone."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_code(address: str) -> SafeString:
    """The address as SVG without a size of its own: dark on white, quiet zone of four modules (PUB-04)."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(
        border=4, dark="#000", light="#fff", omitsize=True, svgclass="qr__code", lineclass=None
    )
    return mark_safe(drawn)  # noqa: S308 - segno draws modules; the address itself does not stand in the drawing
