"""復旧の行為: own addresses, codes, requests for a new password."""
