"""ホーム: what waits for the company."""
