"""本人確認: requests for a new password, confirmed or stopped by an officer (RESET-07, RESET-10)."""
