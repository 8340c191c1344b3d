-- What was said stays as it was said; a case only moves on (DESK-01, DESK-03).

revoke update, delete on desk_case, desk_entry from ccus_app;
grant update (state, steps, taken_by, moved_at, closed_at) on desk_case to ccus_app;
