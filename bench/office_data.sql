-- :waiting applications in the queue of the office, of three kinds and up to 60 days old, every seventh in the hand of
-- an officer; and four times as many that ended. Loaded by the owner of the tables.

begin;
insert into account (id, password, login_id, opened_at, initial_password, language)
overriding system value
select g, '!', lpad(g::text, 14, '0'), timestamptz '2019-04-01 00:00+09', '', 'ja'
from generate_series(1, :waiting + 1) g;

insert into officer (id, account_id, name, duties, appointed_at)
overriding system value values (1, :waiting + 1, '審査 花子', '{review}', now());

insert into worker (id, number, account_id, birth_on, registered_on)
overriding system value
select g, lpad(g::text, 14, '0'), g, date '1980-01-01', date '2019-04-01' from generate_series(1, :waiting) g;

insert into application (number, kind, grade, worker_id, filed_by, state, steps, opened_at, queued_at)
select to_char(g, 'FM000000') || '-' || to_char(g, 'FM0000000'), (array['change', 'reissue', 'upgrade'])[g % 3 + 1],
       'detailed', g, 'worker:' || g, case when g % 7 = 0 then 'in_review' else 'submitted' end,
       case when g % 7 = 0 then 2 else 1 end, moment, moment
from generate_series(1, :waiting) g
cross join lateral (select now() - interval '60 days' * ((g * 7919) % :waiting) / :waiting) as queued (moment);

insert into application (number, kind, grade, worker_id, filed_by, state, steps, opened_at, queued_at, closed_at)
select to_char(g, 'FM900000') || '-' || to_char(g, 'FM0000000'), 'renewal', 'detailed', g % :waiting + 1,
       'worker:' || (g % :waiting + 1), 'approved', 3, moment, moment, moment + interval '5 days'
from generate_series(1, 4 * :waiting) g
cross join lateral (select now() - interval '1 day' * (70 + g % 700)) as queued (moment);

insert into application_step (application_id, ordinal, from_state, to_state, at, by, note)
select id, 1, 'draft', 'submitted', queued_at, filed_by, '' from application
union all
select id, 2, 'submitted', 'in_review', queued_at, 'operator:1', '' from application where steps > 1
union all
select id, 3, 'in_review', 'approved', closed_at, 'operator:1', '' from application where steps > 2;

insert into review_hold (application_id, officer_id, taken_at, until)
select id, 1, now(), now() + interval '30 minutes' from application where state = 'in_review';
commit;
analyze account, officer, worker, application, application_step, review_hold;
