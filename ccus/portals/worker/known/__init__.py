"""就業履歴 › 〇月〇日の時点で: a month as it was known on a past day (PORTAL-37)."""
