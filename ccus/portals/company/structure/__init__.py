"""施工体制: the tree, requests, stand-ins, patterns."""
