"""この日について聞く: the day's own explanation first, then the question (DESK-14)."""
