"""一つの場所: a firm in the structure of a site, and everything that can be done there."""
