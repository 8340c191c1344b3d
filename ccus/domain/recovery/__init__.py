"""ログインできなくなったとき: own addresses, codes, and requests that wait; nothing depends on an employer.

Rules: `docs/rules/recovery.md`.
"""
