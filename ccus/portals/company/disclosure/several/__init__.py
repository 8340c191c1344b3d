"""開示設定 of several own workers at once (guide G13-5, DISC-26)."""
