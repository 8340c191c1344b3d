"""見つかった技能者, as the company may see one (SEEK-08)."""
