"""開示設定 of all own workers (guide G13-5)."""
