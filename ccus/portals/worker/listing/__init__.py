"""就業履歴 › さがす: all days in a list, narrowed by what they are (PORTAL-35)."""
