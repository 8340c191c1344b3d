"""現場利用料: what the prime pays for days at its sites (USE-11, USE-12)."""
