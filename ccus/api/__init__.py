"""Doors for machines: card readers and partner systems."""
