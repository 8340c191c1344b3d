"""なぜ数えられるか: the chain of facts behind one day of a worker, and what is missing in it (PORTAL-33, PORTAL-34)."""
