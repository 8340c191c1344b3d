"""YAML で書く: plain values as YAML whose texts are quoted as in JSON, for pages that a test compares."""

from collections.abc import Iterator
from typing import Any

import msgspec


def as_yaml(value: Any, indent: str = "") -> str:
    """Plain JSON values as YAML; texts are quoted as in JSON, which is YAML too."""
    return "".join(f"{line}\n" for line in _lines(value, indent))


def _lines(value: Any, indent: str) -> Iterator[str]:
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    for key, item in items:
        head = f"{indent}- " if key is None else f"{indent}{_scalar(key)}: "
        if isinstance(item, dict | list | tuple) and item:
            yield head.rstrip()
            yield from _lines(item, f"{indent}  ")
        else:
            yield head + _scalar(item)


def _scalar(value: Any) -> str:
    return msgspec.json.encode(value).decode()
