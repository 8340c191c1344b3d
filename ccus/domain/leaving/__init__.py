"""退会, 再登録, 消去: what ends when somebody leaves, how one comes back, what is forgotten (docs/rules/leaving.md)."""
