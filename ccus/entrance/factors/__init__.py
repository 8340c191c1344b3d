"""ログインの方法: passkeys, the app for one-time codes and recovery codes of one's own account (SIGN-20 to SIGN-23)."""
