"""所属の申請: asked for, answered, taken back (REG-11, EMP-01)."""
