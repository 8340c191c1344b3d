"""いまの様子を読む文: sites, readers, firms, as they stand (FIG-12, FIG-13, FIG-14)."""

from ccus.domain.work_history.claim_terms import Party

# Taps are kept in months by the reader's own clock: the bounds on `at` leave the few last of them. A tap's id begins
# with its time, so that the last of a reader is the last in the key (TAP-03). The months before are looked at only for
# readers of which the last days hold nothing.
_LAST_TAP = """
left join lateral (
    select tap.received_at from tap
    where tap.reader = reader.id and tap.at >= %(lately)s and tap.at < %(until)s
    order by tap.id desc limit 1
) as late on true
left join lateral (
    select tap.received_at from tap
    where late.received_at is null and tap.reader = reader.id and tap.at >= %(since)s and tap.at < %(lately)s
    order by tap.id desc limit 1
) as before on true"""
_LAST_AT = "coalesce(late.received_at, before.received_at)"
_RUNNING = """
running as (
    select site_id, min(valid_from) as from_on from accumulation_period
    where superseded_at is null and valid_from <= %(today)s and (valid_until is null or valid_until > %(today)s)
    group by site_id
)"""
_JAPAN = "at time zone 'Asia/Tokyo'"

SITES = f"""
with {_RUNNING}, tapped as (
    select reader.place_id, bool_or(reader.revoked_at is null) as has_reader, max({_LAST_AT}) as at
    from running join reader on reader.place_id = running.site_id {_LAST_TAP}
    group by reader.place_id
), entered as (
    select day_claim.place_id, max(day_claim.recorded_at) as at
    from running join day_claim on day_claim.place_id = running.site_id and day_claim.work_on >= %(since_on)s
    group by day_claim.place_id
), quiet as (
    select running.site_id, coalesce(tapped.has_reader, false) as has_reader,
           %(today)s - greatest(
               running.from_on, (tapped.at {_JAPAN})::date, (entered.at {_JAPAN})::date
           ) as days
    from running left join tapped on tapped.place_id = running.site_id
    left join entered on entered.place_id = running.site_id
)"""
_BOTH = """
select coalesce((select json_agg(counted) from ({counted}) as of (counted)), '[]'),
       coalesce((select json_agg(line) from ({listed}) as of (line)), '[]')
"""
"""One statement, so that the last taps are looked up once: (counts, lines), each a list of lists."""
SITES_SHOWN = SITES + _BOTH.format(
    counted="select json_build_array(has_reader, days, count(*)) from quiet group by has_reader, days",
    listed="""
        select json_build_array(site.number, site.name, company.name, quiet.days, quiet.has_reader)
        from quiet join site on site.place_id = quiet.site_id join company on company.id = site.prime_id
        where quiet.days >= %(silent)s or not quiet.has_reader
        order by quiet.days desc, site.number limit %(limit)s""",
)
"""Counts: (whether it has a reader, days, how many). Lines: (現場ID, 現場名, 元請, days, whether it has a reader)."""

READERS = f"""
with {_RUNNING}, read as (
    select reader.id, reader.name, reader.system = '' as is_own, reader.place_id,
           %(today)s - ({_LAST_AT} {_JAPAN})::date as days
    from running join reader on reader.place_id = running.site_id and reader.revoked_at is null {_LAST_TAP}
)"""
READERS_SHOWN = READERS + _BOTH.format(
    counted="select json_build_array(is_own, days, count(*)) from read group by is_own, days",
    listed="""
        select json_build_array(read.name, site.number, site.name, company.name, read.days)
        from read join site on site.place_id = read.place_id join company on company.id = site.prime_id
        where read.days >= %(silent)s or read.days is null
        order by read.days desc nulls first, site.number, read.id limit %(limit)s""",
)
"""Counts: (whether the operator's own, days, how many). Lines: (端末名, 現場ID, 現場名, 元請, days).

Days are None where nothing came.
"""

_STANDING_SITE = """
    select from accumulation_period period where period.site_id = {site} and period.superseded_at is null
    and (period.valid_until is null or period.valid_until > %(today)s)"""
FIRMS = f"""
with asked (what, whom, at) as (
    select 'structure', member.tier::int, member.invited_at
    from structure_member member
    where member.tier > 0 and member.company_id is not null and member.withdrawn_at is null
      and member.refused_at is null and member.dismissed_at is null
      and not exists (select from structure_acceptance accepted where accepted.member_id = member.id)
      and exists ({_STANDING_SITE.format(site="member.site_id")})
    union all
    select 'link', upper.tier + 1, link.made_at
    from invitation_link link join structure_member upper on upper.id = link.upper_id
    where link.used_at is null and link.cancelled_at is null and link.expires_at > %(at)s
    union all
    select 'affiliation', case when asked_by like 'worker:%%' then 0 else -1 end, asked_at
    from affiliation_request where closed_at is null
    union all
    select 'placement', case when asked_by like 'worker:%%' then 0 else -1 end, asked_at
    from placement_request where closed_at is null
), counted as (
    select what, whom, %(today)s - (at {_JAPAN})::date as days, count(*) as count
    from asked group by 1, 2, 3
)
select what, whom, days, count from counted
union all
select case when party = {Party.PRIME.value} then 'approval' else 'confirmation' end,
       case party when {Party.PRIME.value} then 100 when {Party.FIRST_TIER.value} then 1
                  else coalesce(tier.least, 0) end,
       %(today)s - (ask.asked_at {_JAPAN})::date, count(*)
from day_ask ask left join (
    select site_id, company_id, min(tier)::int as least from structure_member group by site_id, company_id
) as tier on ask.party = {Party.EMPLOYER.value} and tier.site_id = ask.place_id and tier.company_id = ask.company_id
where ask.answer is null and ask.party < {Party.OFFICE.value}
group by 1, 2, 3
"""
"""(what, who is to answer, days, how many). Who: a tier, 100 the prime, 0 a firm without a tier, -1 the worker."""
