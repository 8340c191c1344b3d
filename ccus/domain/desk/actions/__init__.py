"""お問い合わせの行為: of the asker, of the officers, of the clock."""
