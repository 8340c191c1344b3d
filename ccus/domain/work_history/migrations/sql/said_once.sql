-- What is said once stays said: the run-time role may close a fact, never open it again or move its end (D-26).

create function refuse_second_word() returns trigger language plpgsql as $$
begin
    raise exception '% of % was said before and stays', tg_argv[0], tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

do $$
declare said record;
begin
    for said in
        select * from (values
            ('worker_name', 'superseded_at'), ('worker_trade', 'superseded_at'),
            ('core_worker_qualification', 'superseded_at'), ('affiliation', 'superseded_at'),
            ('accumulation_period', 'superseded_at'), ('structure_acceptance', 'superseded_at'),
            ('roster_line', 'superseded_at'), ('affiliation_request', 'closed_at'), ('card_loss', 'found_at'),
            ('structure_member', 'withdrawn_at'), ('reader', 'revoked_at')) as facts(tab, col)
    loop
        execute format(
            'create trigger said_once before update on %1$I for each row when (old.%2$I is not null) '
            'execute function refuse_second_word(%2$L)', said.tab, said.col);
    end loop;
end $$;

-- The readers' server faces the street: of a person it sees what a gate shows, and nothing of the account.
revoke select on worker, worker_name from ccus_reader;
grant select (id, number) on worker to ccus_reader;
grant select (worker_id, kana, valid_from, valid_until, superseded_at) on worker_name to ccus_reader;
