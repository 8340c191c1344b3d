"""建設キャリアアップカード: serial, colour, expiry, loss and revocation. Rules: `docs/rules/cards.md`."""
