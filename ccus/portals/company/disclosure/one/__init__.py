"""開示設定 of one own worker (guide G13-5)."""
