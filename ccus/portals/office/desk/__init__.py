"""お問い合わせ: what waits, one case, a call typed in (DESK-02 to DESK-06, DESK-12 to DESK-15)."""
