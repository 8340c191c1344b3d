"""記入用紙: one form for every block, drawn from its data; workers, the public and the office fill in the same."""
