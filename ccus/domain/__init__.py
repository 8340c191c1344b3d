"""What the registry is and does: one room per noun, lowest first (`docs/tour.md`)."""
