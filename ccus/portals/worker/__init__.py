"""技能者ポータル: what a worker sees and does alone. One folder a page: view, form and templates together.

`door` lets in, `frame` puts the menu around a page. Rules: `docs/rules/sign-in.md`, `docs/rules/portal.md`.
"""
