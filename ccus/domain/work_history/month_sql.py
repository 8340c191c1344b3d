"""月次報告のSQL: under which firm a day lies, of a site or of an employer's workers (REPORT-01, REPORT-02)."""

from ccus.domain.work_history.terms import Evidence

FIRM = f"""
case when r.evidence in ({int(Evidence.APPROVED_ENTRY)}, {int(Evidence.ENTRY)})
     then coalesce(e.company_id, m.company_id) else coalesce(m.company_id, e.company_id) end"""
"""A day that rests on an entry alone is under the firm that was named; else the roster line says it. `r` is the record,
`m` its structure member, `e` its entry."""

_NAMED = """named as materialized (
    select p.worker, coalesce((select n.kana from worker_name n where n.worker_id = p.worker and n.superseded_at is null
                               and daterange(n.valid_from, n.valid_until) @> %(until)s::date - 1), '') as kana
    from persons p
)"""
"""フリガナ of everybody who is asked about, looked up once each: the order of the rows."""

# Records lie with their worker: who was at a place in the month, its readers, rosters and claims know.
AT_SITE = f"""
with here as (
    select t.worker from reader d join tap t on t.reader = d.id
    where d.place_id = %(place)s and t.worker is not null
      and t.at >= (%(first)s::date - 2)::timestamp at time zone 'Asia/Tokyo'
      and t.at < (%(until)s::date + 2)::timestamp at time zone 'Asia/Tokyo'
    union
    select l.worker_id from structure_member m join roster_line l on l.member_id = m.id
    where m.site_id = %(place)s and l.superseded_at is null and l.valid_from < %(until)s
      and (l.valid_until is null or l.valid_until > %(first)s)
    union
    select c.worker_id from day_claim c
    where c.place_id = %(place)s and c.work_on >= %(first)s and c.work_on < %(until)s
), persons as (
    select worker from here
    union
    select a.main_id from worker_alias a join here on here.worker = a.worker_id where a.superseded_at is null
), {_NAMED}, days as (
    select r.worker, r.work_on, r.state, p.kana, {FIRM} as company
    from named p join work_record r on r.worker = p.worker and r.place = %(place)s
      and r.work_on >= %(first)s and r.work_on < %(until)s
    left join structure_member m on m.id = r.member
    left join day_claim e on e.id = r.entry
)
select d.worker, d.work_on, d.state, coalesce(c.name, ''), coalesce(c.number, ''), s.tier
from days d
left join company c on c.id = d.company
left join (select m.company_id, min(m.tier) as tier from structure_member m
           where m.site_id = %(place)s and m.withdrawn_at is null and m.refused_at is null
           group by m.company_id) s on s.company_id = d.company
order by d.company is null, s.tier nulls last, c.name_kana, c.number, d.kana collate "C", d.worker, d.work_on
"""

OF_OWN = f"""
with bonds as (
    select coalesce(x.main_id, f.worker_id) as worker_id, f.valid_from, f.valid_until
    from affiliation f left join worker_alias x on x.worker_id = f.worker_id and x.superseded_at is null
    where f.company_id = %(company)s and f.superseded_at is null
), staff as (
    select worker_id as worker from bonds
    where valid_from < %(until)s and (valid_until is null or valid_until > %(first)s)
    union
    select worker_id from placement
    where company_id = %(company)s and superseded_at is null and valid_from < %(until)s
      and (valid_until is null or valid_until > %(first)s)
    union
    select l.worker_id from structure_member m join roster_line l on l.member_id = m.id
    where m.company_id = %(company)s and l.superseded_at is null and l.valid_from < %(until)s
      and (l.valid_until is null or l.valid_until > %(first)s)
), persons as (
    select worker from staff
    union
    select a.main_id from worker_alias a join staff on staff.worker = a.worker_id where a.superseded_at is null
), {_NAMED}, days as (
    select r.worker, r.work_on, r.state, r.place, p.kana, {FIRM} as company
    from named p join work_record r on r.worker = p.worker and r.work_on >= %(first)s and r.work_on < %(until)s
    left join structure_member m on m.id = r.member
    left join day_claim e on e.id = r.entry
    where %(only)s::int8 is null or r.worker = %(only)s
)
select d.worker, d.work_on, d.state, coalesce(s.name, ''), coalesce(s.number, '')
from days d
left join site s on s.place_id = d.place
where d.company = %(company)s
   or d.company is null and exists (
       select from bonds b where b.worker_id = d.worker and b.valid_from <= d.work_on
         and (b.valid_until is null or b.valid_until > d.work_on))
order by d.kana collate "C", d.worker, d.work_on, s.number
"""

SUMS_UNDER_FIRM = f"""
with bonds as (
    select coalesce(x.main_id, f.worker_id) as worker, f.valid_from, f.valid_until
    from affiliation f left join worker_alias x on x.worker_id = f.worker_id and x.superseded_at is null
    where f.company_id = %(company)s and f.superseded_at is null
), days as (
    select r.worker, r.work_on, r.state, {FIRM} as company
    from work_record r
    left join structure_member m on m.id = r.member
    left join day_claim e on e.id = r.entry
    where r.worker = any(%(workers)s) and r.state = any(%(counted)s)
)
select d.worker, count(distinct d.work_on), count(distinct d.work_on) filter (where d.state = 0), min(d.work_on)
from days d
where d.company = %(company)s
   or d.company is null and exists (
       select from bonds b where b.worker = d.worker and b.valid_from <= d.work_on
         and (b.valid_until is null or b.valid_until > d.work_on))
group by d.worker
"""
"""就業日数 of workers under a firm, over all the years, as `OF_OWN` says which days lie there."""
