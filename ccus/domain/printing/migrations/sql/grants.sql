-- Printing is said once and never rewritten; what was fetched or posted can only be erased (D-26, PRINT-02 to PRINT-10).

revoke update, delete on print_batch, print_place, print_part, letter_file, card_posting from ccus_app;
grant update (fault, posted_on, posted_at, posted_by) on print_batch to ccus_app;
grant update (spoiled_at, spoiled_by, spoiled_reason) on print_place to ccus_app;
grant update (content, erased_at) on print_part to ccus_app;
grant update (content, fetched_at, fetched_by) on letter_file to ccus_app;
grant update (asked_at, missing_at, arrived_at, came_back_on, came_back_at, came_back_by) on card_posting to ccus_app;

do $$
declare said record;
begin
    for said in
        select * from (values
            ('print_batch', 'posted_at'), ('print_place', 'spoiled_at'), ('print_part', 'erased_at'),
            ('letter_file', 'fetched_at'), ('card_posting', 'arrived_at'), ('card_posting', 'came_back_at')
            ) as facts(tab, col)
    loop
        execute format(
            'create trigger said_once_%2$s before update on %1$I for each row when (old.%2$I is not null) '
            'execute function refuse_second_word(%2$L)', said.tab, said.col);
    end loop;
end $$;
