"""カードの行為: issue and reissue, loss and finding, revocation, and what withdrawal does to a card."""
