"""現場: registration, contracts, people, readers."""
