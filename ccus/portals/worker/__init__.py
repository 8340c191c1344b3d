"""技能者のページ: what a worker sees of the own career."""
