"""帳票の現場: whose papers can be made."""
