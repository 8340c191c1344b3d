"""帳票: what stands on the papers of a site, who may have them, and long ones that a job makes.

Rules: `docs/rules/papers.md`.
"""
