"""設定の記録 of an own worker (DISC-25)."""
