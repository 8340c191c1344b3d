"""確認画面: everything once more, old beside new, before it is submitted."""
