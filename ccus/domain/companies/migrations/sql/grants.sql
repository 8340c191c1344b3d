-- A company's name follows its registered facts; units and accounts are closed once (D-26).

revoke update, delete on unit, seat, company_term from ccus_app;
grant update (name, name_kana, is_sole_proprietor) on company to ccus_app;
grant update (name, is_licence_office, closed_at) on unit to ccus_app;
grant update (role, unit_id, name, mail, closed_at, live_session) on seat to ccus_app;
grant update (superseded_at) on company_term to ccus_app;

create trigger said_once before update on unit for each row
    when (old.closed_at is not null) execute function refuse_second_word('closed_at');
create trigger said_once before update on seat for each row
    when (old.closed_at is not null) execute function refuse_second_word('closed_at');
create trigger said_once before update on company_term for each row
    when (old.superseded_at is not null) execute function refuse_second_word('superseded_at');
