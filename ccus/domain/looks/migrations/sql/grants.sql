-- Questions, answers, signs and verdicts are facts: added, and completed once (LOOK-02, LOOK-04, LOOK-08).

revoke update, delete on look_question, look_answer, look_case, look_sign, look_verdict from ccus_app;
grant update (not_enough_at) on look_question to ccus_app;
grant update (taken_by, asked_at, asked_by, asked_words, said_at, said_by, said_words, closed_at)
    on look_case to ccus_app;
grant update (second, second_at, second_by) on look_verdict to ccus_app;

create trigger said_once before update on look_question for each row
    when (old.not_enough_at is not null) execute function refuse_second_word('not_enough_at');
create trigger said_once before update on look_case for each row
    when (old.closed_at is not null) execute function refuse_second_word('closed_at');
create trigger asked_once before update on look_case for each row
    when (old.asked_at is not null and (new.asked_at, new.asked_by, new.asked_words)
        is distinct from (old.asked_at, old.asked_by, old.asked_words))
    execute function refuse_second_word('asked_at');
create trigger answered_once before update on look_case for each row
    when (old.said_at is not null and (new.said_at, new.said_by, new.said_words)
        is distinct from (old.said_at, old.said_by, old.said_words))
    execute function refuse_second_word('said_at');
create trigger said_once before update on look_verdict for each row
    when (old.second_at is not null) execute function refuse_second_word('second_at');

-- What the night looks through: openings of people found by searching (LOOK-05).
create index disclosure_trace_opened on disclosure_trace (at, company) where relation = 'other' and purpose = 'search';
