"""その日の裏づけ: what stood for a worker at a place on a day. One statement, used by every road (REC-03).

The rule of dated facts (D-26) stands here once: a fact supports a day if it is valid on it, was recorded before the
day's deadline, and is not superseded. A period counts whenever it was recorded (D-13), and an acceptance that took a
stand-in's place as if recorded when that was declared (D-27). A link that was put right, as a correction says (FIX-03).
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from ccus.domain.work_history.rules import Standing, deadline

_HOLE = """not exists (
    select from structure_acceptance a
    where a.member_id = x.member and k.on_day >= a.valid_from and (a.valid_until is null or k.on_day < a.valid_until)
      and coalesce(a.held_since, a.recorded_at) <= k.supported and a.recorded_at <= k.known
      and (a.superseded_at is null or a.superseded_at > k.known))"""
_LINKED = """exists (
    select from {} f
    where f.worker_id = k.link and f.company_id = m.company_id and k.on_day >= f.valid_from
      and (f.valid_until is null or k.on_day < f.valid_until) and {} <= k.supported and f.recorded_at <= k.known
      and (f.superseded_at is null or f.superseded_at > k.known))"""
_HELD = "coalesce(f.held_since, f.recorded_at)"
_SUPPORTED = "least('epoch'::timestamptz + deadline * interval '1 ms', known) as supported"
_MOMENT = "(select coalesce(%(known_at)b::timestamptz, 'infinity') as known) as moment"

SQL = f"""
select k.worker, k.place, k.day,
       exists (select from accumulation_period p
               where p.site_id = k.place and k.on_day >= p.valid_from
                 and (p.valid_until is null or k.on_day < p.valid_until)
                 and p.recorded_at <= k.known and (p.superseded_at is null or p.superseded_at > k.known)),
       l.id, l.member_id, l.trade_id, l.position_id,
       (select count(*) from unnest(m.path) x(member) where {_HOLE}),
       {_LINKED.format("affiliation", _HELD)} or {_LINKED.format("placement", "f.recorded_at")}
from (select worker, link, place, day, date '1970-01-01' + day as on_day, known, {_SUPPORTED}
      from unnest(%(workers)b::int8[], %(links)b::int8[], %(places)b::int8[], %(days)b::int4[], %(deadlines)b::int8[])
               as asked(worker, link, place, day, deadline),
           {_MOMENT}) as k
left join roster_line l
       on l.worker_id = k.worker and l.place_id = k.place and k.on_day >= l.valid_from
      and (l.valid_until is null or k.on_day < l.valid_until) and l.recorded_at <= k.supported
      and (l.superseded_at is null or l.superseded_at > k.known)
left join structure_member m on m.id = l.member_id
"""  # noqa: S608 - put together from constants of this file

HOLES = f"""
select k.member, k.place, k.day, x.member
from (select member, place, day, date '1970-01-01' + day as on_day, known, {_SUPPORTED}
      from unnest(%(members)b::int8[], %(places)b::int8[], %(days)b::int4[], %(deadlines)b::int8[])
               as asked(member, place, day, deadline),
           {_MOMENT}) as k
join structure_member m on m.id = k.member and m.site_id = k.place, unnest(m.path) with ordinality x(member, tier)
where {_HOLE}
order by 1, 2, 3, x.tier
"""  # noqa: S608 - as above
"""(member, place, day, hole): which spots of the chain down to a member support nothing on a day, from the top."""


Key = tuple[int, int, int]
"""(worker, place, day)."""


def parameters(keys: Sequence[Key], known_at: datetime | None = None) -> dict[str, Any]:
    """The parameters of `SQL` for these keys; with `known_at` (an aware datetime) as the facts were known then.

    `links` are the workers whose links are asked for, who are those of the roster lines unless one person has two IDs.
    """
    return {
        "workers": [worker for worker, _, _ in keys],
        "links": [worker for worker, _, _ in keys],
        "places": [place for _, place, _ in keys],
        "days": [day for _, _, day in keys],
        "deadlines": [deadline(day) for _, _, day in keys],
        "known_at": known_at,
    }


def from_rows(rows: Iterable[Sequence[Any]]) -> dict[Key, Standing]:
    """What `SQL` returned, by key."""
    return {
        (worker, place, day): Standing(in_period, line, member, trade, position, holes, is_linked)
        for worker, place, day, in_period, line, member, trade, position, holes, is_linked in rows
    }
