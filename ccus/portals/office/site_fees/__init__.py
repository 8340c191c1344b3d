"""現場利用料の月締め: what was closed, billed, and counted anew (USE-13)."""
