"""契約を言葉にする: what a contract says, item by item, in the order of the form; what was not given is left out."""

from datetime import date

from ccus.domain.sites.blocks import CONTRACT, WORKS
from ccus.domain.sites.contracting import ContractItems
from ccus.domain.sites.options import label
from ccus.foundation.entry.block import Value
from ccus.foundation.entry.showing import show, typed

_FIELDS = (*CONTRACT.fields, *WORKS.fields)


def contract_words(items: ContractItems) -> list[tuple[str, str]]:
    """Label and words of every item but the name."""
    shown = [
        (field.label, show(field, _value(items, field.name), label=label))
        for field in _FIELDS
        if field.name != "name"
    ]
    return [(words, text) for words, text in shown if text and text != "いいえ"]


def contract_typed(items: ContractItems) -> dict[str, str]:
    """As somebody would type it."""
    return {field.name: typed(field, _value(items, field.name)) for field in _FIELDS}


def _value(items: ContractItems, name: str) -> Value:
    value: Value | date = getattr(items, name)
    return value.isoformat() if isinstance(value, date) else value
