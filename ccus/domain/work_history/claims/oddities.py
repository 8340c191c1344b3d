"""いつもと違う点を見つける: what an approver should look at first, found when a day is asked (CLAIM-27).

Whoever asks writes what is found beside the asks; the inbox sorts by it and never looks again.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import connection

from ccus.domain.work_history.claim_terms import Oddity

SHORTEST_REST = timedelta(hours=8)
"""間の短さ: less than this between an exit and the next entry is unusual."""
LATE_AFTER = timedelta(days=14)

# A person's records stand under the main ID, claims and roster lines under any (SAME-06).
# Others of the firm are looked for once for each place, firm and day: two of them are enough to know of one else.
_SQL = """
with claimed as (
    select c.id, c.kind, p.main as worker, array(
               select p.main union all
               select x.worker_id from worker_alias x where x.main_id = p.main and x.superseded_at is null) as ids,
           c.place_id as place, c.work_on, c.company_id as company,
           coalesce(o.recorded_at, c.recorded_at) as recorded_at, o.id as old, o.place_id as old_place,
           (c.work_on + c.began) at time zone 'Asia/Tokyo' as began_at,
           (c.work_on + c.ended + case when c.ended <= c.began then interval '1 day' else interval '0' end)
               at time zone 'Asia/Tokyo' as ended_at
    from day_claim c left join day_claim o on o.id = c.instead_of_id
    cross join lateral (select coalesce((
        select x.main_id from worker_alias x where x.worker_id = c.worker_id and x.superseded_at is null
    ), c.worker_id)) as p(main)
    where c.id = any(%(claims)s)
), firms as (
    select f.place, f.company, f.work_on, array(
        select distinct there.worker from (
            (select r.worker
             from structure_member m join roster_line l on l.member_id = m.id
             join work_record r on r.worker = l.worker_id and r.work_on = f.work_on and r.place = f.place
             where m.site_id = f.place and m.company_id = f.company and r.state <> 4
             limit 2)
            union all
            (select e.worker_id as worker from day_claim e
             where e.place_id = f.place and e.work_on = f.work_on and e.company_id = f.company
               and e.kind = 0 and e.superseded_at is null
             group by e.worker_id limit 2)
        ) as there) as workers
    from (select distinct place, company, work_on from claimed where kind = 0 and company is not null) as f
)
select c.id,
       c.kind = 0 and (exists (
           select from work_record r
           where r.worker = c.worker and r.work_on = c.work_on and r.place <> c.place
             and r.place is distinct from c.old_place and r.state <> 4
       ) or exists (
           select from day_claim e
           where e.worker_id = any(c.ids) and e.work_on = c.work_on and e.place_id <> c.place and e.kind = 0
             and e.superseded_at is null and e.id is distinct from c.old
             and not exists (select from day_claim a where a.instead_of_id = e.id and a.superseded_at is null)
             and not exists (select from day_ask p where p.claim_id = e.id and p.party = 3 and p.answer = 2)
       )),
       c.kind = 0 and exists (
           select from work_record r
           where r.worker = c.worker and r.state <> 4
             and (r.work_on = c.work_on - 1 and c.began_at < coalesce(r.last_out, r.last_in) + %(rest)s
                  or r.work_on = c.work_on + 1 and c.ended_at > r.first_in - %(rest)s)
       ),
       c.kind = 0 and c.company is not null and not exists (
           select from firms f, unnest(f.workers) as w(worker)
           where (f.place, f.company, f.work_on) = (c.place, c.company, c.work_on) and w.worker <> all(c.ids)
       ),
       c.kind = 0 and not exists (
           select from roster_line l
           where l.worker_id = any(c.ids) and l.place_id = c.place and l.superseded_at is null
             and l.valid_from <= c.work_on and (l.valid_until is null or l.valid_until > c.work_on)
       ),
       (c.recorded_at at time zone 'Asia/Tokyo')::date > c.work_on + %(late)s
from claimed c
"""
_IN_ORDER = (
    Oddity.ELSEWHERE,
    Oddity.SHORT_REST,
    Oddity.NOBODY_ELSE,
    Oddity.NOT_ON_ROSTER,
    Oddity.LATE,
)


def oddities_of(claims: Sequence[int]) -> dict[int, list[Oddity]]:
    """いつもと違う点 of each claim (key), the strangest first; an empty list where nothing is. One statement.

    Of a correction only its lateness is looked at: that the worker was there is not in question.
    """
    if not claims:
        return {}
    given: dict[str, Any] = {"claims": list(claims), "rest": SHORTEST_REST, "late": LATE_AFTER.days}
    with connection.cursor() as cursor:
        cursor.execute(_SQL, given)
        rows = cursor.fetchall()
    return {
        claim: [oddity for oddity, is_so in zip(_IN_ORDER, said, strict=True) if is_so]
        for claim, *said in rows
    }
