"""代行申請: who has entrusted the company, and what waits for it (PROXY-08)."""
