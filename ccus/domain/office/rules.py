"""提案の規則 (EYES-03, EYES-05): pure, no clock, no database."""

import json
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

OPEN_FOR = timedelta(days=14)
LONGEST_WORDS = 200
Given = Mapping[str, Any]
"""提案の中身: plain JSON, keyword arguments of what will be done."""


def digest_of(what: str, subject: str, given: Given) -> str:
    """By what a proposal is known to be the one that was said (EYES-03)."""
    said = json.dumps([what, subject, given], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(said.encode()).hexdigest()
