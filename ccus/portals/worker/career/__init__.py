"""就業履歴 › 経歴の図と証明: the career as one picture, its table and its files (PROOF-01, PROOF-09)."""
