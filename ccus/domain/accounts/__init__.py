"""アカウント: who may sign in, with which password, how often one may try. Knows no company and no worker.

Rules: `docs/rules/sign-in.md`.
"""
