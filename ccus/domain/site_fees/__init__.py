"""現場利用料: what the prime contractor pays for every 正式 day at its sites: ledger, closing, accounts.

Rules: `docs/rules/site-use.md`.
"""
