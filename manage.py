#!/usr/bin/env python
"""Commands of the project: `manage.py migrate`, `jobs`, `seed_demo` and more."""

import os
import sys

from django.core.management import execute_from_command_line

# Only these change tables; everything else runs as the application, where grants hold.
OWNER_COMMANDS = {"migrate", "sqlmigrate", "dbshell"}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccus.config.settings")
    if set(sys.argv[1:2]) & OWNER_COMMANDS:
        os.environ["CCUS_ROLE"] = "owner"
    execute_from_command_line(sys.argv)
