"""申請番号確認: the number, what happens next, what is to be paid (guide G19-6)."""
