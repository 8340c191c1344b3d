"""A small invented country, and the supervisor that shows it."""
