-- Facts are only added, an end is said once (D-26).

revoke update, delete on
    site_contract, site_partner, site_post, invitation_link, structure_proxy, structure_pattern, placement,
    placement_request, proxy_consent, roster_pattern, roster_batch
    from ccus_app;
revoke update on pattern_firm, pattern_worker from ccus_app;

grant update (name, name_kana, address, unit_id, client_class, has_hazard, labour_insurance, building_confirmation,
    corins) on site to ccus_app;
grant update (removed_at) on site_contract, structure_pattern, roster_pattern to ccus_app;
grant update (superseded_at) on site_partner, site_post, structure_proxy, placement, proxy_consent to ccus_app;
grant update (used_at, used_for_id, cancelled_at) on invitation_link to ccus_app;
grant update (company_id, refused_at, dismissed_at, stand_in_name, stand_in_contact) on structure_member to ccus_app;
grant update (closed_at, is_accepted) on placement_request to ccus_app;
grant update (closed_at, columns) on roster_batch to ccus_app;

grant select on placement to ccus_reader;

do $$
declare said record;
begin
    for said in
        select * from (values
            ('site_contract', 'removed_at'), ('structure_pattern', 'removed_at'), ('roster_pattern', 'removed_at'),
            ('site_partner', 'superseded_at'), ('site_post', 'superseded_at'), ('structure_proxy', 'superseded_at'),
            ('placement', 'superseded_at'), ('proxy_consent', 'superseded_at'), ('invitation_link', 'used_at'),
            ('invitation_link', 'cancelled_at'), ('structure_member', 'refused_at'),
            ('placement_request', 'closed_at'), ('roster_batch', 'closed_at')) as facts(tab, col)
    loop
        execute format(
            'create trigger said_once_%2$s before update on %1$I for each row when (old.%2$I is not null) '
            'execute function refuse_second_word(%2$L)', said.tab, said.col);
    end loop;
end $$;

-- A stand-in is claimed once, by one firm (D-27); a registered row of a file stays registered.
create trigger said_once_company before update on structure_member for each row
    when (old.company_id is not null and new.company_id is distinct from old.company_id)
    execute function refuse_second_word('company_id');
create trigger said_once_line before update on roster_batch_row for each row
    when (old.line_id is not null) execute function refuse_second_word('line_id');
