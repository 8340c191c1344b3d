"""就業履歴 › 入力: choose a site, tick days, say what was done, look it over, send (guide G16, G17; PORTAL-20…22)."""
