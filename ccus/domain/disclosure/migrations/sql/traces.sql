-- 閲覧の記録 is only ever added, by whoever: the owner may take a row away with the person, in an erasure (DISC-06).
-- In which transaction and when a row was left, the database says, and nobody else (DISC-15). Rows of before have none.

alter table disclosure_trace add column tx xid8, add column left_at timestamptz;
alter table disclosure_trace
    alter column tx set default pg_current_xact_id(), alter column left_at set default now();

revoke insert on disclosure_trace from ccus_app;
grant insert (at, worker_id, actor_kind, actor_id, company, relation, purpose, reason, items)
    on disclosure_trace to ccus_app;

-- Everything that one actor left lately.
create index disclosure_trace_left on disclosure_trace (actor_kind, actor_id, left_at);

create trigger append_only before update on disclosure_trace for each row execute function refuse_change();
create trigger append_only_rows before delete on disclosure_trace for each row execute function refuse_to_forget();
create trigger append_only_whole before truncate on disclosure_trace
    for each statement execute function refuse_change();
