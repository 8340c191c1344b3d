"""A page of the site fees."""
