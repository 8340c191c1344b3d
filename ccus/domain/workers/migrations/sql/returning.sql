-- The return of whoever left is said once (D-18, LEAVE-05).

grant update (returned_at, returned_by) on withdrawal to ccus_app;
create trigger said_once before update on withdrawal for each row
    when (old.returned_at is not null) execute function refuse_second_word('returned_at');
