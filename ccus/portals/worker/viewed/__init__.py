"""閲覧の記録: who looked at what is registered about the worker (DISC-07)."""
