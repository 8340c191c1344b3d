"""QRコード: the homepage's address for the camera of a telephone (guide, cover), drawn once a process."""

from functools import cache

from ccus.ui.qr import qr_code as drawn

qr_code = cache(drawn)
