"""就業履歴証明: what a worker lets the register certify, and how anybody who holds the paper checks it.

Rules: `docs/rules/proof.md`.
"""
