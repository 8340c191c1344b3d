"""就業している現場: the sites at which a worker is at work now (PORTAL-08)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ccus.domain.work_history.reading.rows import COUNTED, rows
from ccus.domain.work_history.terms import State
from ccus.foundation.periods import ONE_DAY

RECENT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SiteAtWork:
    """就業している現場: one site with what the worker does there. `tier` is None without a roster line.

    `number` is empty for a site that is not registered, which only the worker described. `beside`: records of this
    month that no sum counts (承認待ち, 承認なし).
    """

    place: int
    number: str
    name: str
    address: str
    prime_name: str
    under: str | None
    tier: int | None
    trade: str | None
    position: str | None
    period_from: date | None
    period_until: date | None
    days_this_month: int
    beside: int
    last_tap_at: datetime | None

    @property
    def last_day(self) -> date | None:
        """The last day of the period; its end is exclusive in the table."""
        return self.period_until and self.period_until - ONE_DAY


# A day that was only entered has no tap: `evidence` of 3 and more.
_SITES = """
with lines as (
    select l.place_id as place, l.member_id, l.trade_id, l.position_id, l.valid_from
    from roster_line l
    where l.worker_id = %(worker)s and l.superseded_at is null
      and l.valid_from <= %(today)s and (l.valid_until is null or l.valid_until > %(today)s)
), recent as (
    select place, count(distinct work_on) filter (where work_on >= %(month)s and state = any(%(counted)s)) as days,
           count(*) filter (where work_on >= %(month)s and state in (2, 3)) as beside,
           max(last_tap_at) filter (where evidence < 3) as last_tap_at, max(work_on) as last_on
    from work_record
    where worker = %(worker)s and work_on >= least(%(month)s, %(since)s) and work_on <= %(today)s
      and state <> %(refused)s
    group by place
), places as (select place from lines union select place from recent)
select places.place, coalesce(s.number, ''), coalesce(s.name, w.name), coalesce(s.address, w.address),
       coalesce(p.name, w.prime_name), coalesce(e.name, m.stand_in_name, w.employer_name), m.tier, t.label, o.label,
       d.valid_from, d.valid_until, coalesce(r.days, 0), coalesce(r.beside, 0),
       coalesce(r.last_tap_at, (select max(x.last_tap_at) from work_record x
                                where x.worker = %(worker)s and x.place = s.place_id and x.work_on >= l.valid_from
                                  and x.evidence < 3))
from places
left join site s on s.place_id = places.place
left join own_site w on w.place_id = places.place and w.superseded_at is null
left join company p on p.id = s.prime_id
left join recent r on r.place = places.place
left join lines l on l.place = s.place_id
left join structure_member m on m.id = l.member_id
left join company e on e.id = m.company_id
left join trade t on t.id = l.trade_id
left join position o on o.id = l.position_id
left join lateral (
    select valid_from, valid_until from accumulation_period a
    where a.site_id = s.place_id and a.superseded_at is null order by a.valid_from desc limit 1
) d on true
where (s.place_id is not null or w.place_id is not null)
  and (r.place is not null or d.valid_until is null or d.valid_until > %(today)s)
order by r.last_tap_at desc nulls last, r.last_on desc nulls last, 3, 1
"""


def sites_of(worker: int, *, today: date) -> tuple[SiteAtWork, ...]:
    """就業している現場一覧: sites with a roster line today, and those worked at within 30 days. One statement."""
    given = {
        "worker": worker,
        "today": today,
        "month": today.replace(day=1),
        "since": today - RECENT,
        "counted": COUNTED,
        "refused": int(State.REFUSED),
    }
    return tuple(SiteAtWork(*row) for row in rows(_SITES, given))
