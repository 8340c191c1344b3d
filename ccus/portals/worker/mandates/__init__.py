"""代行の委任: whom the worker lets file, what they did, and ending it (PROXY-03)."""
