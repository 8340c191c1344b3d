"""カードの行為: issue and reissue, loss and finding, revocation."""
