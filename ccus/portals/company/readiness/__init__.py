"""準備の状況: which days would not count, and who can mend it."""
