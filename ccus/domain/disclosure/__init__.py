"""開示: which item of a worker is shown to whom; the only source of another person's data, and who looked.

Rules: `docs/rules/disclosure.md`.
"""
