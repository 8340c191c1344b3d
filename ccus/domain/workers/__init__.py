"""技能者: the people of the registry, their names, trades, employers (所属) and qualifications.

One table per disclosure item, as dated facts (D-26). Rules: `docs/rules/registration.md`.
"""
