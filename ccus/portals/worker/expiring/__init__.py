"""期限: what of the worker runs out, and what to do (EMP-04 to EMP-06, PORTAL-41)."""
