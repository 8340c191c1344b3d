"""Measurements, never timed tests: `bin/bench NAME`. A file without an underscore is a name."""
