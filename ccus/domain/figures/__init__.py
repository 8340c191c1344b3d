"""業務の数字: what the office learns about its own work (FIG-01)."""
