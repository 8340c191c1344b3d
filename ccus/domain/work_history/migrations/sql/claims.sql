-- Claims and asks are facts: added, answered once, withdrawn once (D-26, CLAIM-03).

revoke update, delete on own_site, day_claim, day_ask, record_change from ccus_app;
grant update (superseded_at) on own_site, day_claim to ccus_app;
grant update (answer, answered_at, answered_by, is_own, ground, words) on day_ask to ccus_app;
grant update (told_at) on record_change to ccus_app;

grant select (id, worker_id, place_id, work_on, kind, trade_id, position_id, instead_of_id, recorded_at, superseded_at)
    on day_claim to ccus_reader;
grant select (id, claim_id, party, asked_at, answer, answered_at) on day_ask to ccus_reader;
grant insert on record_change to ccus_reader;
grant usage, select on sequence record_change_id_seq to ccus_reader;

do $$
declare said record;
begin
    for said in
        select * from (values
            ('own_site', 'superseded_at'), ('day_claim', 'superseded_at'), ('day_ask', 'answer'),
            ('record_change', 'told_at')) as facts(tab, col)
    loop
        execute format(
            'create trigger said_once before update on %1$I for each row when (old.%2$I is not null) '
            'execute function refuse_second_word(%2$L)', said.tab, said.col);
    end loop;
end $$;
