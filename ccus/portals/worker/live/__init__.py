"""新しい記録を待つ: what the home page asks every few seconds where scripts run (PORTAL-05)."""
