"""開示設定: what the company opens of its own workers (guide G13-5)."""
