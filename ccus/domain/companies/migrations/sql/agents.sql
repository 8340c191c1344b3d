-- Who is a licensed agent is only added, an end is said once (D-26, PROXY-02).

revoke update, delete on agent_licence from ccus_app;
grant update (superseded_at) on agent_licence to ccus_app;
create trigger said_once before update on agent_licence for each row
    when (old.superseded_at is not null) execute function refuse_second_word('superseded_at');
