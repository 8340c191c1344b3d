"""添付書類の画像: shown to its owner, turned, blacked out."""
