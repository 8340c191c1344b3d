"""組織と利用者: the tree of tiers, and who signs in (ORG-01, ORG-02)."""
