"""本人宛の通知: short messages to one account, written by acts, read in the portal (guide G08-5)."""
