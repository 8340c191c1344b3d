"""保存期間: how long each thing is kept, why, and what becomes of it then."""
