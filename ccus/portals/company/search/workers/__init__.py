"""技能者の検索: criteria, results, what is left of today (SEEK-01 to SEEK-07)."""
