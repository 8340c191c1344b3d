"""Chance that comes out the same every time: named streams of the seed, numbers without sequence, version-7 ids."""

from random import Random

from stdnum.iso7064 import mod_11_10

_ELEVEN_DIGITS = 10**11
_STRIDE = 38_196_601_127  # shares no factor with 10^11: n * stride runs through all before one comes again
_VERSION_AND_VARIANT, _RANDOM_BITS = 0x7000_8000_0000_0000_0000, 0x0FFF_3FFF_FFFF_FFFF_FFFF
_KINDS = {"worker": ("21", 0), "company": ("22", 31_415_926_535), "site": ("23", 27_182_818_284)}


def stream(seed: int, *path: object) -> Random:
    """The random stream with this name; others draw from it neither more nor less."""
    return Random("/".join(map(str, (seed, *path))))


def number(seed: int, kind: str, n: int) -> str:
    """A 14-digit number of D-01: 11 digits that tell no order, a check digit, the kind. Different for each `n`."""
    ending, start = _KINDS[kind]
    digits = f"{(n * _STRIDE + start + seed * 1_000_003) % _ELEVEN_DIGITS:011d}"
    return f"{digits}{mod_11_10.calc_check_digit(digits)}{ending}"


def uuid7(ms: int, noise: int) -> bytes:
    """The 16 bytes of a version-7 UUID of that millisecond, its random bits out of 80 bits of `noise`."""
    return (ms << 80 | _VERSION_AND_VARIANT | noise & _RANDOM_BITS).to_bytes(16, "big")
