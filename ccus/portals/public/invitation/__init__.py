"""要請のリンク, as everybody sees it who opens one."""
