"""The acts of looking after looks."""
