"""就業日の入力の用紙: ticked days and what was done on them, by the worker or by the employer (CLAIM-05)."""
