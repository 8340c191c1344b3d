"""一日の根拠の SQL: the facts behind one day (`on`), each statement by the keys at hand."""


def _who(row: str) -> str:
    """Who recorded it, in words: a company never by its clerk's name."""
    kind, key = f"split_part({row}.recorded_by, ':', 1)", f"split_part({row}.recorded_by, ':', 2)::int8"
    return f"""case {kind}
        when 'seat' then (select y.name from seat x join company y on y.id = x.company_id where x.id = {key})
        when 'company' then (select y.name from company y where y.id = {key})
        when 'worker' then '本人' else '運営主体' end"""  # noqa: S608 - names of this file


def _on_day(row: str) -> str:
    return f"""{row}.superseded_at is null and {row}.valid_from <= %(on)s
           and ({row}.valid_until is null or {row}.valid_until > %(on)s)"""


_READER = """coalesce(case r.system when '' then 'カードリーダー「' || r.name || '」'
                        else '認定システム「' || r.system || '」' end, '')"""

TAPS = f"""
select t.place, t.happened_at, {_READER}, coalesce(t.counted_as, t.direction), t.outcome, t.reasons,
       t.received_at, length(t.card) < 16
from tap t left join reader r on r.id = t.reader
where t.worker = any(%(workers)s) and t.at >= %(from_at)s and t.at < %(until_at)s
  and coalesce(t.work_on, (t.happened_at at time zone 'Asia/Tokyo')::date) = %(on)s
union all
select t.place, t.happened_at, {_READER}, coalesce(t.counted_as, t.direction), t.outcome, t.reasons,
       t.received_at, true
from tap_owner o join tap t on t.reader = o.reader and t.id = o.id and t.at = o.at
left join reader r on r.id = t.reader
where o.worker_id = any(%(workers)s) and o.at >= %(from_at)s and o.at < %(until_at)s and t.worker is null
  and coalesce(t.work_on, (t.happened_at at time zone 'Asia/Tokyo')::date) = %(on)s
order by 2, 7, 1, 3
"""  # noqa: S608 - names of this file

SITES = """
select q.place, coalesce(s.number, ''), coalesce(s.name, w.name, ''), coalesce(s.address, w.address, ''), s.prime_id,
       coalesce(p.name, w.prime_name, '')
from unnest(%(places)s::int8[]) as q(place)
left join site s on s.place_id = q.place
left join own_site w on w.place_id = q.place and w.superseded_at is null
left join company p on p.id = s.prime_id
"""

PERIODS = f"""
select a.site_id, a.valid_from, a.valid_until - 1, {_who("a")}, a.recorded_at
from accumulation_period a where a.site_id = any(%(places)s) and {_on_day("a")}
"""  # noqa: S608 - as above

LINES = f"""
select l.id, coalesce(e.name, m.stand_in_name), t.label, o.label, l.work_content, {_who("l")}, l.recorded_at
from roster_line l
join structure_member m on m.id = l.member_id left join company e on e.id = m.company_id
join trade t on t.id = l.trade_id join position o on o.id = l.position_id
where l.id = any(%(lines)s)
"""  # noqa: S608 - as above

# Below which registered firm a spot stands: who can name a stand-in or ask a firm again.
CHAIN = f"""
select k.member, m.id, coalesce(c.name, m.stand_in_name), m.tier, m.company_id is null, {_who("a")}, a.recorded_at,
       m.company_id, u.company_id, coalesce(d.name, ''), m.withdrawn_at is not null or m.refused_at is not null
from unnest(%(members)s::int8[]) as k(member)
join structure_member b on b.id = k.member
join structure_member m on m.id = any(b.path)
left join company c on c.id = m.company_id
left join lateral (select x.company_id from structure_member x
                   where x.id = any(m.path) and x.id <> m.id and x.company_id is not null
                   order by x.tier desc limit 1) u on true
left join company d on d.id = u.company_id
left join lateral (select * from structure_acceptance f where f.member_id = m.id and {_on_day("f")} limit 1) a on true
order by 1, m.tier
"""  # noqa: S608 - as above

LINKS = f"""
select f.company_id, c.name, false, {_who("f")}, f.recorded_at
from affiliation f join company c on c.id = f.company_id
where f.worker_id = any(%(workers)s) and f.company_id = any(%(companies)s) and {_on_day("f")}
union all
select f.company_id, c.name, true, {_who("f")}, f.recorded_at
from placement f join company c on c.id = f.company_id
where f.worker_id = any(%(workers)s) and f.company_id = any(%(companies)s) and {_on_day("f")}
order by 5 desc, 3, 1
"""  # noqa: S608 - as above

EMPLOYERS = f"""
select f.company_id, f.is_main, array(select m.site_id from structure_member m
                                      where m.company_id = f.company_id and m.site_id = any(%(places)s)
                                        and m.withdrawn_at is null and m.refused_at is null)
from affiliation f where f.worker_id = any(%(workers)s) and {_on_day("f")}
union all
select f.company_id, false, array(select m.site_id from structure_member m
                                  where m.company_id = f.company_id and m.site_id = any(%(places)s)
                                    and m.withdrawn_at is null and m.refused_at is null)
from placement f where f.worker_id = any(%(workers)s) and {_on_day("f")}
order by 2 desc, 1
"""  # noqa: S608 - as above
"""(company, whether it is the main one, sites of the day at which it has a spot)."""

REQUESTS = """
select company_id, asked_by like 'worker:%%' from affiliation_request
where worker_id = any(%(workers)s) and closed_at is null
union all
select company_id, asked_by like 'worker:%%' from placement_request
where worker_id = any(%(workers)s) and closed_at is null
"""
"""(company, whether the worker asked): open requests for a link."""

ASKED = """
select place_id, fact, company_id, asked_on from paper_ask
where worker_id = any(%(workers)s) and place_id = any(%(places)s) and asked_on <= %(today)s and again_on > %(today)s
"""

COMPANIES = "select id, number, name from company where id = any(%(companies)s)"
