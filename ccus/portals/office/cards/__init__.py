"""カードの印刷と発送: what waits, batches, one card by its number (PRINT-01 to PRINT-11)."""
