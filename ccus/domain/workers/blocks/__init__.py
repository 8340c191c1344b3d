"""登録情報の区分: the nine blocks of what is registered about a worker, as data (guide G10, `ccus.md` §5.2)."""
