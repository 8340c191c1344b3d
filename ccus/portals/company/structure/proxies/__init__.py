"""代理手続き: who acts for whom in structures."""
