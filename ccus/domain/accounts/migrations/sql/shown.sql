-- That a screen has shown somebody's initial password stays true (PRINT-06).

grant update (shown_at) on account to ccus_app;

create trigger said_once_shown before update on account
    for each row when (old.shown_at is not null and new.shown_at is distinct from old.shown_at)
    execute function refuse_second_word('shown_at');
