"""閲覧 › 技能者情報: everything that is registered about the worker, today or on a past day (guide G10, G11)."""
