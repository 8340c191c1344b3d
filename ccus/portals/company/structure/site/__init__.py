"""施工体系図 of one site."""
