"""事業者情報: what is registered about the company."""
