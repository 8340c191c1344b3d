-- 100,000 workers at 1,000 sites with four-tier chains, ten of every hundred on no roster, 10^6 older records.
-- Loaded by the owner of the tables; :start is the first day of the measurement, and older records lie before it.

insert into company (number, name, name_kana, is_sole_proprietor, registered_at)
select lpad(g::text, 12, '0') || '22', '会社' || g, 'カイシャ', false, timestamptz '2019-04-01 00:00+09'
from generate_series(1, 4000) g order by g;

insert into place (kind) select 'registered' from generate_series(1, 1000);

insert into site (place_id, number, name, name_kana, address, prime_id, registered_at)
select p.n, lpad(p.n::text, 12, '0') || '23', '現場' || p.n, 'ゲンバ', '東京都', c.id, timestamptz '2019-04-01 00:00+09'
from (select id as n from place) p
join company c on c.number = lpad((p.n * 4 - 3)::text, 12, '0') || '22';

insert into accumulation_period (site_id, valid_from, recorded_at, recorded_by)
select place_id, date '2019-04-01', timestamptz '2019-04-01 00:00+09', 'system:0' from site;

do $$
begin
    for t in 0..3 loop
        insert into structure_member (site_id, company_id, parent_id, tier, path, invited_at, invited_by)
        select s.place_id, c.id, p.id, t, '{}', timestamptz '2019-04-01 00:00+09', 'system:0'
        from site s
        join company c on c.number = lpad((s.place_id * 4 - 3 + t)::text, 12, '0') || '22'
        left join structure_member p on p.site_id = s.place_id and p.tier = t - 1;
    end loop;
end $$;

insert into structure_acceptance (member_id, valid_from, recorded_at, recorded_by)
select id, date '2019-04-01', timestamptz '2019-04-01 00:00+09', 'system:0' from structure_member;

insert into reader (place_id, name, token_hash, enrolled_at, enrolled_by)
select place_id, '端末', sha256(('bench-' || place_id)::bytea), timestamptz '2019-04-01 00:00+09', 'system:0' from site;

insert into worker (number, birth_on, registered_on)
select lpad(g::text, 12, '0') || '21', date '1980-01-01', date '2019-04-01' from generate_series(1, 100000) g order by g;

insert into worker_name (worker_id, official, official_source, kana, kana_source, roman, roman_source, native, native_source,
                         alias, alias_source, alias_on_card, valid_from, recorded_at, recorded_by)
select id, '建設 太郎', '', 'ケンセツ タロウ', '', '', '', '', '', '', '', false, date '2019-04-01', timestamptz '2019-04-01 00:00+09', 'system:0'
from worker;

insert into card (worker_id, serial, token, colour, issued_at, expires_on)
select id, 1, number || '01', 'white', timestamptz '2019-04-01 00:00+09', date '2099-04-01' from worker;

insert into affiliation (worker_id, company_id, is_main, employment, valid_from, recorded_at, recorded_by)
select w.id, m.company_id, true, '', date '2019-04-01', timestamptz '2019-04-01 00:00+09', 'system:0'
from worker w join structure_member m on m.site_id = 1 + w.id % 1000 and m.tier = 3;

-- The member of the last tier lists ninety of its hundred workers.
insert into roster_line (worker_id, place_id, member_id, trade_id, position_id, work_content, valid_from, recorded_at,
                         recorded_by)
select w.id, m.site_id, m.id, (select min(id) from trade), (select min(id) from position), '', date '2019-04-01',
       timestamptz '2019-04-01 00:00+09', 'system:0'
from worker w join structure_member m on m.site_id = 1 + w.id % 1000 and m.tier = 3
where w.id / 1000 % 10 <> 0;

insert into work_record (worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap_at, trade,
                         position, line, member)
select w.id, d.d, 1 + w.id % 1000, case when l.id is null then 1 else 0 end,
       case when l.id is null then '{11}'::smallint[] else '{}' end, 0,
       d.d::timestamp at time zone 'Asia/Tokyo' + interval '8 hours',
       d.d::timestamp at time zone 'Asia/Tokyo' + interval '8 hours',
       d.d::timestamp at time zone 'Asia/Tokyo' + interval '17 hours',
       d.d::timestamp at time zone 'Asia/Tokyo' + interval '17 hours', l.trade_id, l.position_id, l.id, l.member_id
from (select (date :'start' - n) as d from generate_series(1, 10) n) d
cross join worker w left join roster_line l on l.worker_id = w.id
order by d.d, w.id;

insert into presence (worker, place, happened_at, reader, tap, direction)
select w.id, 1 + w.id % 1000, (date :'start' - 1)::timestamp at time zone 'Asia/Tokyo' + interval '17 hours', 1,
       gen_random_uuid(), 1
from worker w order by w.id;

-- What the bare insert is held against: the same columns, key, index and partitions, nothing else.
create table bare_tap (like tap including defaults including constraints) partition by range (at);
alter table bare_tap add primary key (reader, id, at);
create index on bare_tap (worker, at);
create index on bare_tap (worker, happened_at) where happened_at <> at;
create index on bare_tap (place, happened_at) where happened_at <> at;
do $$
declare m date;
begin
    for m in select generate_series(date '2019-04-01', date_trunc('month', now()) + interval '24 months',
                                    interval '1 month')::date loop
        execute format('create table %I partition of bare_tap for values from (%L) to (%L)', 'bare_' || m,
                       m::timestamp at time zone 'Asia/Tokyo',
                       (m + interval '1 month')::timestamp at time zone 'Asia/Tokyo');
    end loop;
end $$;

analyze company, place, site, accumulation_period, structure_member, structure_acceptance, reader, worker, worker_name,
    card, affiliation, roster_line, work_record, presence;
