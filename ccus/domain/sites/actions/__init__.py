"""現場の行為: registration and period, structure, roster, card readers."""
