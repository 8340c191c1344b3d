-- Who may do what at run time: facts are only added, a dated fact is only ever superseded (D-26).
-- ccus_app runs the portals and the jobs, ccus_reader the reader server; neither owns a table.

grant usage on schema public to ccus_app, ccus_reader;
grant select, insert, update, delete on all tables in schema public to ccus_app;
grant usage, select on all sequences in schema public to ccus_app;
alter default privileges in schema public grant select, insert, update, delete on tables to ccus_app;
alter default privileges in schema public grant usage, select on sequences to ccus_app;

do $$
declare leaf regclass;
begin
    for leaf in select relid from pg_partition_tree('tap') loop
        execute format('revoke update, delete, truncate on %s from ccus_app', leaf);
    end loop;
end $$;

revoke update, delete on
    audit_event, affect, tap_owner, tap_unreadable, tap_surprise, company, worker, worker_name, worker_trade,
    core_worker_qualification, withdrawal, affiliation_request, affiliation, card, card_loss, card_revocation,
    place, site, accumulation_period, structure_member, structure_acceptance, roster_line, reader,
    trade, position, insurance_kind, notice, account
    from ccus_app;
revoke insert on trade, position, insurance_kind from ccus_app;

grant update (worked_at, noted_xmax, settled_at) on affect to ccus_app;
grant update (noticed_at) on tap_surprise to ccus_app;
grant update (superseded_at) on
    worker_name, worker_trade, core_worker_qualification, affiliation, accumulation_period, structure_acceptance,
    roster_line to ccus_app;
grant update (closed_at, is_accepted) on affiliation_request to ccus_app;
grant update (found_at) on card_loss to ccus_app;
grant update (withdrawn_at) on structure_member to ccus_app;
grant update (revoked_at) on reader to ccus_app;
grant update (read_at) on notice to ccus_app;
grant update (password, last_login, closed_at, initial_password, initial_password_until, language) on account
    to ccus_app;

grant select on
    reader, site, place, company, accumulation_period, structure_member, structure_acceptance, roster_line,
    affiliation, card, card_loss, card_revocation, withdrawal, worker, worker_name, affect, month_close, tap,
    tap_owner, tap_unreadable, tap_surprise, work_record, presence, work_month, work_month_share to ccus_reader;
grant insert on tap, tap_unreadable, tap_surprise to ccus_reader;
grant insert, update on presence to ccus_reader;
grant insert, update, delete on work_record, work_month, work_month_share to ccus_reader;
grant usage, select on sequence tap_unreadable_id_seq to ccus_reader;
