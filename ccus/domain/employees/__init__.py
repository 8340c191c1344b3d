"""所属技能者: what a company does with its own workers: lists, what runs out, statistics.

Rules: `docs/rules/employees.md`.
"""
