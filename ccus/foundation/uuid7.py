"""UUID version 7: 48 bits of time in milliseconds, the rest random (RFC 9562). Rows of one time lie together."""

import secrets
import time
from uuid import UUID

_VERSION_AND_VARIANT = 0x7000_8000_0000_0000_0000
_RANDOM_BITS = 0x0FFF_3FFF_FFFF_FFFF_FFFF


def uuid7(at_ms: int | None = None) -> UUID:
    """A new one, for the instant `at_ms` (milliseconds since 1970) or for now."""
    ms = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    return UUID(int=ms << 80 | _VERSION_AND_VARIANT | secrets.randbits(80) & _RANDOM_BITS)


def time_of(identifier: UUID) -> int:
    """The milliseconds since 1970 that it carries."""
    return identifier.int >> 80


def is_uuid7(identifier: UUID) -> bool:
    """Whether version and variant say so."""
    return identifier.int & 0xF000_C000_0000_0000_0000 == _VERSION_AND_VARIANT
