-- What was asked stays asked (REC-16).
revoke update, delete on paper_ask from ccus_app;
