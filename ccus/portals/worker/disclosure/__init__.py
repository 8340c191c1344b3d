"""開示設定 › 技能者: what the worker opens to other companies (guide G05, G13; PORTAL-42)."""
