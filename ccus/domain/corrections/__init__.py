"""登録の修正: what the office puts right, previewed, released by others, taken back (docs/rules/corrections.md)."""
