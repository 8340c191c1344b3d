"""見え方の確認 of an own worker (DISC-24)."""
