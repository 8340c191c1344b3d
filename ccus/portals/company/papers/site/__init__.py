"""現場の帳票: the papers of one site."""
