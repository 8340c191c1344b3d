"""ホームページ: the first page (guide p.6)."""
