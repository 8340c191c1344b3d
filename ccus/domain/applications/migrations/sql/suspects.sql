-- Registrations that are open are found as registered workers are, by an index (SAME-12).

create index submission_birth on submission ((contents #>> '{birth,0,values,birth_on}'))
    where contents ? 'birth';
create index submission_skeleton on submission (kana_skeleton(contents #>> '{name,0,values,kana}'))
    where contents ? 'birth';
create index submission_phone on submission ((contents #>> '{contact,0,values,phone}'))
    where contents ? 'birth';

-- That somebody is another person is said once, and taken back once (SAME-15).

revoke update, delete on other_person from ccus_app;
grant update (taken_back_at) on other_person to ccus_app;
create trigger said_once before update on other_person for each row
    when (old.taken_back_at is not null) execute function refuse_second_word('taken_back_at');
