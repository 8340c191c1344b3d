"""本人の連絡先: where codes for a forgotten password go (RESET-01)."""
