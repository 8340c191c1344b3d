"""見通し: which days would not count, and who can mend it."""
