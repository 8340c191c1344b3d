"""提出前の確認: everything that is wrong with a draft, at once (APP-05)."""
