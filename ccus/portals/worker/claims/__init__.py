"""就業履歴 › 申告の状況: what the worker entered and corrected, and whose turn it is (PORTAL-26, PORTAL-27)."""
