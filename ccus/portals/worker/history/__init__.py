"""就業履歴 › 一覧: one month as calendar and list, each day with why it counts or not (guide G14-6)."""
