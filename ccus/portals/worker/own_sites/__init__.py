"""登録されていない現場: typed from its signboard, listed, attached to a registered site (G17-5; PORTAL-23 to 25)."""
