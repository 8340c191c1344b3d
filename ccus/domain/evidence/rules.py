"""画像の規則: bounds in bytes, pixels, days."""

from datetime import timedelta

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
MOST_PIXELS = 40_000_000
LONG_SIDE, SHORT_SIDE = 2_000, 200
PREVIEW_SIDE = 480
PORTRAIT = (600, 800)
PORTRAIT_LEAST = (294, 378)
QUALITY = 85
MOST_BOXES = 50
CARRIED = 20
"""Pixels: how far reducing (3) and a JPEG's blocks (15) and colours (2) carry a pixel beyond its own place."""
MOST_WAITING, MOST_WAITING_BYTES = 100, 100 * MEGABYTE
FORGOTTEN_AFTER = timedelta(days=400)
