"""夜に数える文: statements of the nightly sums (FIG-07, FIG-10, FIG-11)."""

from ccus.domain.applications.terms import State

_ANSWERS = ", ".join(f"'{state.value}'" for state in (State.RETURNED, State.APPROVED, State.REJECTED))
_JOINED = (
    f"step.to_state in ('{State.SUBMITTED.value}', '{State.CORRECTED.value}')"
    f" and step.from_state <> '{State.IN_REVIEW.value}'"
)
_OPEN_SINCE = "(a.closed_at is null or a.closed_at >= %(since)s)"

WAITS = f"""
with turn as (
    select a.kind, step.at, step.to_state,
           max(step.at) filter (where {_JOINED}) over (
               partition by step.application_id order by step.ordinal
               rows between unbounded preceding and 1 preceding
           ) as joined_at
    from application_step step join application a on a.id = step.application_id where {_OPEN_SINCE}
), answered as (
    select kind, date_trunc('month', at at time zone 'Asia/Tokyo')::date as month,
           extract(epoch from at - joined_at)::int8 as waited
    from turn where to_state in ({_ANSWERS}) and at >= %(since)s and joined_at is not null
)
insert into figure_wait (month, kind, answers, median, ninth, longest, counted_at)
select month, kind, count(*), percentile_disc(0.5) within group (order by waited),
       percentile_disc(0.9) within group (order by waited), max(waited), %(at)s
from answered group by month, kind
"""
DAYS = """
insert into figure_day (month, state, records, counted_at)
select date_trunc('month', work_on)::date, state, count(*), %(at)s
from work_record where work_on >= %(first)s group by 1, 2
"""

# From the first text that is known on; what came before it counts with it.
_SPAN = """
span as (
    select kind, case when row_number() over line = 1 then '-infinity' else from_at end as since, from_at,
           lead(from_at, 1, 'infinity') over line as until
    from (select distinct kind, from_at from form_text) as change window line as (partition by kind order by from_at)
)"""
_FILED = f"""
filed as (
    select sent.id, sent.application_id, sent.at, a.kind, a.grade, span.from_at as span
    from submission sent join application a on a.id = sent.application_id
    join span on span.kind = a.kind and span.since <= sent.at and sent.at < span.until
    where {_OPEN_SINCE} and sent.at >= %(since)s and sent.by not like 'operator:%%'
      and exists (
          select from application_step step
          where step.application_id = a.id and step.at >= sent.at and step.to_state in ({_ANSWERS})
      )
)"""
FILED = f"""
with {_SPAN}, {_FILED}
select span.kind, span.from_at, coalesce(filed.grade, ''), count(filed.id)
from span left join filed on filed.kind = span.kind and filed.span = span.from_at
group by 1, 2, 3 order by 1, 2, 3
"""
"""(kind, begin of the span, grade, handed in and answered), also of spans in which nothing came."""
RETURNED = f"""
with {_SPAN}, {_FILED}
select sent.kind, coalesce(sent.grade, ''), finding.section, finding.field, sent.span, count(distinct sent.id)
from finding join lateral (
    select filed.id, filed.kind, filed.grade, filed.span from filed
    where filed.application_id = finding.application_id and filed.at <= finding.returned_at
    order by filed.at desc limit 1
) as sent on true
where finding.returned_at >= %(since)s
group by 1, 2, 3, 4, 5
"""
"""(kind, grade, section, field, begin of the span, returned)."""
