"""お問い合わせ, of workers and of companies' accounts: ask, read the answer (DESK-01 to DESK-14)."""
