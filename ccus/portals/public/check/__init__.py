"""証明書を確かめる: the page for whoever holds a certificate."""
