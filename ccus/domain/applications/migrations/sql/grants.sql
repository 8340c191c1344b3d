-- Facts are only added, an end is said once (D-26): the tables of registered information, applications and the office.

revoke insert, update, delete on
    country, prefecture, residence_status, special_check, qualification_type, deficiency_code, application_transition
    from ccus_app;
revoke update, delete on
    registration_grade, mandate, portrait, personal_status, blood_group, contact, emergency_contact, experience,
    schooling, social_insurance, retirement_aid, health_check, special_health_check, qualification, training, award,
    feature_opening, tariff, charge, settlement, mail, announcement, officer, disclosure_trace, applicant,
    application, application_step, submission, correction_note, enquiry
    from ccus_app;
revoke update on finding, evidence from ccus_app;

grant update (superseded_at) on
    registration_grade, mandate, portrait, personal_status, blood_group, contact, emergency_contact, experience,
    schooling, social_insurance, retirement_aid, health_check, special_health_check, qualification, training, award,
    tariff to ccus_app;
grant update (body, tries, next_at, sent_at, given_up_at) on mail to ccus_app;
grant update (withdrawn_at) on announcement to ccus_app;
grant update (duties) on officer to ccus_app;
grant update (own_password_at) on account to ccus_app;
grant update (worker_id) on applicant to ccus_app;
grant update (state, steps, grade, queued_at, closed_at) on application to ccus_app;
grant update (returned_at, answered_at) on finding to ccus_app;
grant update (content, preview, width, height, sha256, is_masked, kept_at) on evidence to ccus_app;

do $$
declare said record;
begin
    for said in
        select * from (values
            ('registration_grade', 'superseded_at'), ('mandate', 'superseded_at'), ('portrait', 'superseded_at'),
            ('personal_status', 'superseded_at'), ('blood_group', 'superseded_at'), ('contact', 'superseded_at'),
            ('emergency_contact', 'superseded_at'), ('experience', 'superseded_at'), ('schooling', 'superseded_at'),
            ('social_insurance', 'superseded_at'), ('retirement_aid', 'superseded_at'),
            ('health_check', 'superseded_at'), ('special_health_check', 'superseded_at'),
            ('qualification', 'superseded_at'), ('training', 'superseded_at'), ('award', 'superseded_at'),
            ('tariff', 'superseded_at'), ('mail', 'sent_at'), ('mail', 'given_up_at'),
            ('announcement', 'withdrawn_at'), ('applicant', 'worker_id'), ('application', 'closed_at'),
            ('finding', 'answered_at'), ('evidence', 'kept_at')) as facts(tab, col)
    loop
        execute format(
            'create trigger said_once_%2$s before update on %1$I for each row when (old.%2$I is not null) '
            'execute function refuse_second_word(%2$L)', said.tab, said.col);
    end loop;
end $$;

-- That somebody has chosen a password once stays true (APP-15); the rest of an account goes on changing.
create trigger said_once_own_password before update on account
    for each row when (old.own_password_at is not null and new.own_password_at is distinct from old.own_password_at)
    execute function refuse_second_word('own_password_at');

-- What a mail says is written once: it can only be forgotten (NOTE-05).
create function refuse_other_words() returns trigger language plpgsql as $$
begin
    raise exception 'the body of a % stays, or is forgotten', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger only_forgotten before update on mail
    for each row when (new.body <> old.body and new.body <> '') execute function refuse_other_words();

-- What was handed in or returned is nobody's to take back.
create function refuse_to_forget() returns trigger language plpgsql as $$
begin
    raise exception 'a row of % was handed in and stays', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger kept before delete on evidence for each row when (old.kept_at is not null)
    execute function refuse_to_forget();
create trigger returned before delete on finding for each row when (old.returned_at is not null)
    execute function refuse_to_forget();
