#!/usr/bin/env python
"""Commands of the project: `manage.py migrate`, `jobs`, `seed_demo` and more."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccus.config.settings")
    execute_from_command_line(sys.argv)
