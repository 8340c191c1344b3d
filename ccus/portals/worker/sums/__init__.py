"""就業履歴 › 集計: what a career adds up to, and what each number counts (PORTAL-36)."""
