"""作成中の書類: how far a long one is, and fetching it."""
