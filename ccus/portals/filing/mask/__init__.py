"""黒く塗る: numbers that must not be handed in are burned out of an image."""
