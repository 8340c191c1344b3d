"""版: whether a page would show something new."""

from datetime import date

from ccus.domain.work_history.reading.rows import rows

_STAMP = """
select (select extract(epoch from happened_at) from presence where worker = %(worker)s),
       count(*), sum(state), sum(cardinality(reasons)), sum(extract(epoch from last_tap_at)), sum(entry),
       sum(correction)
from work_record where worker = %(worker)s and work_on >= %(since)s
"""


def stamp(worker: int, *, since: date) -> str:
    """What changes when a tap arrives or a recent day changes its state; for asking cheaply whether to look again."""
    (row,) = rows(_STAMP, {"worker": worker, "since": since})
    return "-".join("" if value is None else str(value) for value in row)
