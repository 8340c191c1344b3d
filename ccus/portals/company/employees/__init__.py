"""所属技能者: requests, the list, expiry, statistics."""
