-- One bare insert and its commit (pgbench): a version 7 id, a table of the same columns, key, indexes and partitions.
\set worker random(1, 100000)
insert into bare_tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, offset_ms, shown,
                      outcome, reasons, told_name, work_on, days_this_month, counted_as)
values (1 + :worker % 1000, uuidv7(), now(), 1, now(), now(), 1 + :worker % 1000, '0000000000002101', :worker, 0, 12, 1, 0,
        '{}', 'ケンセツ タロウ', current_date, 11, 0)
on conflict do nothing;
