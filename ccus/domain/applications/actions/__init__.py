"""申請の行為: drafts, filing, review, approval, and the logins of applicants."""
