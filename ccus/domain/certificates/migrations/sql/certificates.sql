-- A certificate is added, and taken back once; nobody rewrites what was certified (PROOF-03).

revoke update, delete on career_certificate from ccus_app;
grant update (revoked_at) on career_certificate to ccus_app;

create trigger said_once before update on career_certificate
    for each row when (old.revoked_at is not null) execute function refuse_second_word('revoked_at');
