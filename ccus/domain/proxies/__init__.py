"""代行: mandates that workers give, and who asked for one (docs/rules/proxies.md)."""
