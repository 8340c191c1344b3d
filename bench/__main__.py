"""`python -m bench NAME [--json]`: the same as `python -m bench.NAME`."""

import runpy
import sys

if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit("python -m bench NAME [--json]")
    name = sys.argv.pop(1)
    runpy.run_module(f"bench.{name}", run_name="__main__", alter_sys=True)
