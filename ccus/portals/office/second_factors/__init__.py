"""二段階の確認のやり直し: for a 事業者責任者 who lost every factor (SIGN-26)."""
