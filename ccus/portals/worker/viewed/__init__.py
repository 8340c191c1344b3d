"""閲覧の記録: who looked at what is registered about the worker, told as a story; asking why (LOOK-01 to LOOK-04)."""
