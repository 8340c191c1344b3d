"""現場の読み取りを数える: what a change of the period would bear on (SITE-04)."""

from dataclasses import dataclass

from django.db import connection

from ccus.foundation.periods import Period

# Every tap of a place is of one of its readers, and the months of a period name their partitions.
_COUNT = """
select count(distinct (t.worker, (t.happened_at at time zone 'Asia/Tokyo')::date)), count(distinct t.worker)
from reader r join tap t on t.reader = r.id
where r.place_id = %(place)s and t.worker is not null
  and t.at >= %(from_on)s::timestamp at time zone 'Asia/Tokyo'
  and t.at < coalesce(%(until_on)s::timestamp, 'infinity') at time zone 'Asia/Tokyo'
"""


@dataclass(frozen=True, slots=True)
class TapDays:
    """読み取りのあった日: `days` of people (two people on one day are two), `people` of whom."""

    days: int
    people: int


def tap_days(place: int, period: Period) -> TapDays:
    """How many days of how many people have taps at a place in a period. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"place": place, "from_on": period.from_on, "until_on": period.until_on})
        return TapDays(*cursor.fetchone())
