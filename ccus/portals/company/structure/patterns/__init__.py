"""施工体制パターン: usual trees, kept and removed."""
