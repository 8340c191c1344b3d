"""現場: sites, their accumulation period (就業履歴蓄積期間), 施工体制, 作業員名簿 and card readers.

Rules: `docs/rules/sites.md`.
"""
