"""現場を読む: what pages show of sites, structures and rosters, as frozen values."""
