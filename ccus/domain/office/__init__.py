"""四つの目: what the office does, and proposals that a second officer confirms (docs/rules/office-acts.md)."""
