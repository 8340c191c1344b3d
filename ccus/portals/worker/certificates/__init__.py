"""就業履歴証明: issuing, the list of those issued, taking one back (PROOF-03)."""
