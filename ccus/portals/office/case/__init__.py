"""審査: one case at a time (OFFICE-04 to OFFICE-07)."""
