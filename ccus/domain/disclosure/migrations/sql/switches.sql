-- A half is opened and closed by rows; the end of a row is said once (D-26).
revoke update, delete on disclosure_switch from ccus_app;
grant update (superseded_at) on disclosure_switch to ccus_app;
create trigger said_once_superseded_at before update on disclosure_switch for each row
    when (old.superseded_at is not null) execute function refuse_second_word('superseded_at');
