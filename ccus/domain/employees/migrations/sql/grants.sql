-- What was told stays told.
revoke update, delete on expiry_told from ccus_app;
