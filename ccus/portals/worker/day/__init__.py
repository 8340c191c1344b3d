"""就業履歴 › 一日: why a day counts or does not, and who can add what is missing (PORTAL-33, PORTAL-34)."""
