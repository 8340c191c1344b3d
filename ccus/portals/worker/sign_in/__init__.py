"""ログイン: the worker's way in."""
