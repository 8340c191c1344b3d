"""在場の時間: what the readings of a day say about hours. A forgotten exit is never invented (D-11, REC-17). Pure."""

from datetime import datetime, timedelta
from typing import NamedTuple

_NONE = timedelta(0)


class Hours(NamedTuple):
    """時間の幅: the worker was there for `certain` at least, and for `at_most`; None: nobody read when it ended."""

    certain: timedelta
    at_most: timedelta | None


def hours_of(first_in: datetime | None, last_in: datetime | None, last_out: datetime | None) -> Hours:
    """時間の幅 of a day out of its readings.

    Certain is only the stretch from the last entry to an exit after it: before that entry the worker may have been
    away without a reading of it.
    """
    if first_in is None or last_in is None:
        return Hours(_NONE, None)
    if last_out is None or last_out <= last_in:
        return Hours(_NONE, None)
    return Hours(last_out - last_in, last_out - first_in)
