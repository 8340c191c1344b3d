"""区分を書く: one section or one row of it on a page, kept as it is typed."""
