"""書類のための事業者: what is registered about firms on a day."""

from collections.abc import Collection, Mapping
from datetime import date

from ccus.domain.companies.models import Company
from ccus.domain.companies.options import label
from ccus.domain.companies.registered import facts_of_companies
from ccus.domain.papers.values import Firm
from ccus.foundation.entry.block import Value, Values
from ccus.foundation.entry.reach import phone_words
from ccus.foundation.japanese import date_words
from ccus.foundation.kept.rows import FactRow

_BLOCKS = ("identity", "location", "licences", "insurance", "retirement")
_NOTHING: Values = {}


def firms_of(companies: Collection[int], day: date) -> dict[int, Firm]:
    """Company → what papers say of it. A constant number of statements."""
    rows = Company.objects.in_bulk(list(companies))
    facts = facts_of_companies(list(rows), on=day, keys=_BLOCKS)
    return {key: _firm(row, facts[key], day) for key, row in rows.items()}


def _firm(row: Company, facts: Mapping[str, tuple[FactRow, ...]], day: date) -> Firm:
    identity, location, insurance, retirement = (
        facts[key][0].values if facts[key] else _NOTHING
        for key in ("identity", "location", "insurance", "retirement")
    )
    licences = [row for row in facts["licences"] if row.valid_until is None or row.valid_until > day]
    return Firm(
        name=row.name,
        number=row.number,
        kana=row.name_kana,
        form=_words("company_form", identity.get("form")),
        representative=_text(identity.get("representative")),
        address=_address(location),
        phone=phone_words(_text(location["phone"])) if location.get("phone") else "",
        licences=_licences(licences),
        health=_words("joined", insurance.get("health")),
        pension=_words("joined", insurance.get("pension")),
        employment=_words("joined", insurance.get("employment")),
        kentaikyo="" if not retirement else "加入" if retirement.get("kentaikyo") else "未加入",
    )


def _licences(rows: Collection[FactRow]) -> tuple[str, ...]:
    """A line for each number of a licence with its trades: 東京都知事許可（一般）第54321号 鉄筋工事業 2021年4月1日."""
    trades: dict[tuple[str, date], list[str]] = {}
    for row in rows:
        values = row.values
        prefecture = _words("prefecture", values.get("prefecture"))
        who = f"{prefecture}知事" if prefecture else _words("licence_authority", values.get("authority"))
        number = f"{who}許可（{_words('licence_grade', values.get('grade'))}）第{values.get('number')}号"
        trades.setdefault((number, row.valid_from), []).append(_words("licence_trade", values.get("trade")))
    return tuple(
        f"{number}　{'、'.join(reversed(names))}　{date_words(granted)}"
        for (number, granted), names in trades.items()
    )


def _address(values: Values) -> str:
    if not values:
        return ""
    parts = (_words("prefecture", values.get("prefecture")), values.get("town"), values.get("street"))
    building = f" {values['building']}" if values.get("building") else ""
    return "".join(_text(part) for part in parts) + building


def _words(options: str, code: Value) -> str:
    return label(options, str(code)) if code else ""


def _text(value: Value) -> str:
    return "" if value is None else str(value)
