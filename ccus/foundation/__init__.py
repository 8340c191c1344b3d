"""What knows Python, PostgreSQL and Japan, and nothing of the register."""
