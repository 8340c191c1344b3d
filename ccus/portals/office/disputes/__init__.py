"""申し立て: refusals that workers answered (CLAIM-32)."""
