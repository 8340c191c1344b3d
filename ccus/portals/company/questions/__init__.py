"""閲覧についての質問: workers ask why the company looked, and so does the office (LOOK-03, LOOK-08)."""
