-- A night's report is only added to; that it ended is said once (KEEP-07).

revoke update, delete on retention_night, retention_line from ccus_app;
grant update (finished_at) on retention_night to ccus_app;

create trigger said_once before update on retention_night for each row
    when (old.finished_at is not null) execute function refuse_second_word('finished_at');
create trigger append_only before update on retention_line for each row execute function refuse_change();
