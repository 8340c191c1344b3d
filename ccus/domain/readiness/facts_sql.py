"""見通しが読む事実の SQL, beside those of the work history: of many sites (`places`) on one day (`on_day`)."""

_ON_DAY = """{0}.superseded_at is null and {0}.valid_from <= %(on_day)b::date
           and ({0}.valid_until is null or {0}.valid_until > %(on_day)b::date)"""

SITES = f"""
select s.place_id, s.number, s.name, s.prime_id, p.name,
       array(select x.company_id from site_partner x where x.site_id = s.place_id and {_ON_DAY.format("x")})
from site s join company p on p.id = s.prime_id
where s.place_id = any(%(places)b::int8[])
"""
"""(place, number, name, prime, prime's name, partners)."""

# A tap's id begins with its time (TAP-03): the key of the tap tables finds the days of a reader by it.
PEOPLE = f"""
with line as (
    select l.place_id as place, l.worker_id as worker, l.key, l.member_id as member
    from roster_line l where l.place_id = any(%(places)b::int8[]) and {_ON_DAY.format("l")}
), asked as (
    select * from line
  union all
    select place, worker, null::uuid, null::int8
    from (
        select t.place, t.worker
        from reader r
        join tap t on t.reader = r.id and t.id >= %(first_tap)b::uuid and t.at >= %(since)b::timestamptz
                  and t.at < %(until)b::timestamptz
        where r.place_id = any(%(places)b::int8[]) and t.worker is not null
      except
        select place, worker from line
    ) as tapped
)
select asked.place, asked.worker, asked.key, asked.member, w.number
from asked join worker w on w.id = asked.worker order by 1, 5
"""
"""(place, worker, line's key, member, 技能者ID): who is asked (READY-03); no line and member for who only tapped."""

SPOTS = """
select m.site_id, m.id, m.key, m.company_id, coalesce(c.name, m.stand_in_name), m.path,
       m.withdrawn_at is not null or m.refused_at is not null
from structure_member m left join company c on c.id = m.company_id
where m.site_id = any(%(places)b::int8[])
"""
"""(place, member, key, company, name, path, closed) of every spot of the sites."""

_ASKED_OF = """
select r.worker_id, r.company_id, r.asked_by
from unnest(%(workers)b::int8[], %(companies)b::int8[]) as k(worker, company)
join {0} r on r.worker_id = k.worker and r.company_id = k.company
where r.closed_at is null and r.valid_from <= %(on_day)b::date
  and (r.valid_until is null or r.valid_until > %(on_day)b::date)
"""
ASKED = f"{_ASKED_OF.format('affiliation_request')} union all {_ASKED_OF.format('placement_request')}"
"""(worker, company, who asked): open requests that would link somebody on the day."""

EMPLOYERS = f"""
select f.worker_id, f.company_id from affiliation f
where f.worker_id = any(%(workers)b::int8[]) and {_ON_DAY.format("f")}
order by f.is_main desc, f.id
"""
"""(worker, company): who employs whom on the day, the main employer first."""
