"""名簿にのせる: several own workers at once."""
