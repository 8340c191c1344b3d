"""お問い合わせ: cases of the contact centre, from the first question to the answer (DESK-01 to DESK-16)."""
