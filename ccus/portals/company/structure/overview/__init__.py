"""要請・参加している現場: what waits for the firm, and where it stands."""
