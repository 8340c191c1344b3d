-- Questions for a mandate are facts: asked once, answered once (PROXY-04).

revoke update, delete on mandate_ask from ccus_app;
grant update (answered_at, is_given) on mandate_ask to ccus_app;
create trigger said_once before update on mandate_ask for each row
    when (old.answered_at is not null) execute function refuse_second_word('answered_at');
