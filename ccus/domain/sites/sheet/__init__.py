"""名簿のファイル: which column is what, and what a row of texts says (SITE-28)."""
