"""The acts of mandates."""
