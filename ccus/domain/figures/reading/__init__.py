"""業務の数字を読む: each figure as tables that are already hidden where they must be (FIG-06)."""
