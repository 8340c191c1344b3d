"""パスワード変更: where the initial password leads by itself (guide G07-2 to G07-7)."""
