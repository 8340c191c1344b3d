-- Texts of forms are only added to (FIG-09); the sums are counted anew (FIG-08).

revoke update, delete on form_text from ccus_app;
create trigger append_only before update or delete on form_text for each row execute function refuse_change();
create trigger append_only_whole before truncate on form_text for each statement execute function refuse_change();
