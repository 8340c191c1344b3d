"""技能者ポータル: the page after the sign-in (guide ch. 5)."""
