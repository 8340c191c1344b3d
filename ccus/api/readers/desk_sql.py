"""The questions of the desk. Instants as ms, days as day numbers, dates out as text."""

from ccus.foundation.pipelined import Statement

_READER = """reader r
where r.token_hash = %(token)b::bytea and (r.revoked_at is null or r.revoked_at > %(now)b::timestamptz)"""

PING = Statement("ping", "select 1")

MAY_ENTER = Statement("may_enter", f"select 1 from {_READER}")

TAP = Statement(
    "tap",
    """select t.outcome, t.reasons, t.told_name, t.work_on - date '1970-01-01', t.days_this_month, t.counted_as
    from reader r join tap t on t.reader = r.id
    where r.token_hash = %(token)b::bytea and t.id = %(id)b::uuid and t.at = %(at)b::timestamptz""",
)

SITE = Statement(
    "site",
    f"""select r.id, r.name, s.number, s.name, p.name
    from (select * from {_READER}) r
    join site s on s.place_id = r.place_id join company p on p.id = s.prime_id""",
)

SITE_PERIODS = Statement(
    "site_periods",
    f"""select a.valid_from::text, a.valid_until::text
    from (select * from {_READER}) r
    join accumulation_period a on a.site_id = r.place_id and a.superseded_at is null
    order by a.valid_from""",
)

SITE_CARDS = Statement(
    "site_cards",
    f"""with here as (select r.place_id from {_READER}), people as (
        select worker, bool_or(is_expected) as is_expected from (
            select l.worker_id as worker, true as is_expected
            from here join roster_line l on l.place_id = here.place_id
            where l.superseded_at is null and l.valid_from <= %(today)b::date
              and (l.valid_until is null or l.valid_until > %(today)b::date)
            union all
            select p.worker, false
            from here join presence p on p.place = here.place_id and p.happened_at > %(since)b::timestamptz
        ) as seen group by worker
    )
    select w.number, c.token, w.id, (date_part('epoch', c.issued_at) * 1000)::int8,
           c.expires_on - date '1970-01-01',
           exists (select from card_loss x where x.card_id = c.id and x.lost_from <= %(now)b::timestamptz
                   and (x.found_at is null or x.found_at > %(now)b::timestamptz)),
           (date_part('epoch', v.revoked_at) * 1000)::int8,
           exists (select from withdrawal g where g.worker_id = w.id and g.withdrawn_at <= %(now)b::timestamptz
                   and (g.returned_at is null or g.returned_at > %(now)b::timestamptz)),
           n.kana, people.is_expected
    from people
    join worker w on w.id = people.worker
    join card c on c.worker_id = w.id
    left join card_revocation v on v.card_id = c.id
    left join worker_name n on n.worker_id = w.id and n.superseded_at is null and n.valid_from <= %(today)b::date
          and (n.valid_until is null or n.valid_until > %(today)b::date)
    order by w.number, c.serial""",
)

SITE_TODAY = Statement(
    "site_today",
    f"""select count(*) from (select * from {_READER}) r
    join presence p on p.place = r.place_id
    join work_record w on w.worker = p.worker and w.place = p.place and w.work_on = %(today)b::date""",
)
"""People counted here today, of those who were last seen here."""
