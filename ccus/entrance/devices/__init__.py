"""ログイン中の端末: the sessions of one's own account (SIGN-24)."""
