-- An address is proved once and removed once; a request is judged, confirmed and ended once (RESET-01, RESET-05).

revoke update, delete on own_contact, recovery_code, reset_request from ccus_app;
grant update (removed_at) on own_contact to ccus_app;
grant update (answered_at, digest, worker_id, wrong, proved_at, used_at) on recovery_code to ccus_app;
grant update (judged_at, worker_id, wrong, confirmed_at, confirmed_by, means, words, ended_at, ending)
    on reset_request to ccus_app;
grant delete on recovery_code, reset_request to ccus_app;

create trigger said_once before update on own_contact
    for each row when (old.removed_at is not null) execute function refuse_second_word('removed_at');
create trigger said_once before update on recovery_code
    for each row when (old.used_at is not null) execute function refuse_second_word('used_at');
create trigger said_once before update on reset_request
    for each row when (old.ended_at is not null) execute function refuse_second_word('ended_at');
create trigger judged_once before update on reset_request
    for each row when (old.judged_at is not null
        and (new.judged_at, new.worker_id) is distinct from (old.judged_at, old.worker_id))
    execute function refuse_second_word('judged_at');
create trigger confirmed_once before update on reset_request
    for each row when (old.confirmed_at is not null
        and (new.confirmed_at, new.confirmed_by, new.means, new.words)
            is distinct from (old.confirmed_at, old.confirmed_by, old.means, old.words))
    execute function refuse_second_word('confirmed_at');
-- What was opened wrongly is forgotten; what was opened rightly stays.
create trigger kept before delete on reset_request
    for each row when (old.worker_id is not null) execute function refuse_second_word('worker_id');
