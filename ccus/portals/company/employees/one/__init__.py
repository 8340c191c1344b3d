"""所属技能者の登録情報 and the end of 所属."""
