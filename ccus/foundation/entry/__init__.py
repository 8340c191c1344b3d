"""記入: what a paper form asks, as data. Pages, checks, papers and the office's screens are all drawn from it."""
