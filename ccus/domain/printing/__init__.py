"""カードの印刷と発送: batches, print data, letters, and where a card is. Rules: `docs/rules/printing.md`."""
