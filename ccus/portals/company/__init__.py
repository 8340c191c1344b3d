"""事業者ポータル: where companies keep their people, sites, structures and rosters."""
