"""機能の開始: what is not open yet opens on a day that the office sets (D-22)."""
