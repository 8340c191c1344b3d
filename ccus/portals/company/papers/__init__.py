"""帳票: the papers of a site."""
