"""認定システムの窓口: a certified system asks, with its reader's key, who is on the roster of its site (DISC-14)."""
