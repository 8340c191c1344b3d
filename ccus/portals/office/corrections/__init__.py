"""登録の修正: written as data, previewed, released by others, taken back (FIX)."""
