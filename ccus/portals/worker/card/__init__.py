"""マイカード: the card, its states, loss and finding, the way to another, the cards before (PORTAL-43)."""
