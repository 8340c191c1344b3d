-- The path of an application (APP-02): only moves of the table, each beginning where the one before ended, and the
-- case itself stands where its last step ended. Two presses of one button make one step: its number is taken.

alter table application_step
    add column prior integer generated always as (nullif(ordinal, 1) - 1) stored,
    add constraint application_step_allowed
        foreign key (from_state, to_state) references application_transition (from_state, to_state),
    add constraint application_step_ends unique (application_id, ordinal, to_state),
    add constraint application_step_follows
        foreign key (application_id, prior, from_state)
        references application_step (application_id, ordinal, to_state),
    add constraint application_step_begins check (ordinal > 1 or (ordinal = 1 and from_state = 'draft'));

alter table application
    add column last_step integer generated always as (nullif(steps, 0)) stored,
    add constraint application_stands_at_its_last_step
        foreign key (id, last_step, state) references application_step (application_id, ordinal, to_state)
        deferrable initially deferred,
    add constraint application_begins_as_draft check (steps > 0 or state = 'draft');
