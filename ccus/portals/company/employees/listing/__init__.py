"""所属技能者の一覧, and the same as a file (EMP-03, EMP-08)."""
