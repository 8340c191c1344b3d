"""所属技能者の就業日の入力: the employer enters and corrects for its workers (CLAIM-05, CLAIM-16)."""
