"""パスワードを忘れた方: a code to an own address, or a request that waits (RESET-02 to RESET-10)."""
