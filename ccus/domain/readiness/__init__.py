"""見通し: who will count at a site on a day, who will not, and who can mend it."""
