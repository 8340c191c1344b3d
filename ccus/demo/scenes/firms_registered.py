"""事業者の登録情報: what the firms of the cast are registered with, so that papers are full."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.codes.terms import Joined
from ccus.domain.companies.actions.facts import enter_company_fact
from ccus.domain.companies.actions.registration import extend_registration
from ccus.domain.companies.terms import BillingPlace, CompanyForm, LicenceAuthority, LicenceGrade, LicenceHeld
from ccus.foundation.entry.block import Values

_LICENCE: Values = {
    "authority": LicenceAuthority.GOVERNOR.value,
    "prefecture": "13",
    "grade": LicenceGrade.GENERAL.value,
    "granted": "2024-06-03",
    "expires": "2029-06-02",
}
_JOINED: Values = {
    "health": Joined.JOINED.value,
    "health_number": "12-アイウ",
    "pension": Joined.JOINED.value,
    "pension_number": "12-アイウ",
    "employment": Joined.JOINED.value,
    "employment_number": "1301-123456-7",
    "labour_number": "13101123456000",
}


@dataclass(frozen=True, slots=True)
class Registered:
    """登録内容 of one firm; `trades` are 許可業種, `capital` in thousand yen, `chief` answers for it."""

    corporate_number: str
    kana: str
    representative: str
    representative_kana: str
    street: str
    capital: int
    trades: tuple[str, ...]
    chief: str
    chief_kana: str


def register(company: Any, said: Registered, at: datetime) -> None:
    """Every block of a company, entered at the office's desk, and five years from then."""
    extend_registration(company=company, by=SYSTEM, at=at)
    for key, values in _blocks(company.name, said, {"since": at.date().isoformat()}):
        enter_company_fact(company=company, key=key, values=values, by=SYSTEM, at=at)


def _blocks(name: str, said: Registered, since: Values) -> Iterator[tuple[str, Values]]:
    yield (
        "identity",
        {
            "name": name,
            "kana": said.kana,
            "form": CompanyForm.CORPORATE.value,
            "corporate_number": said.corporate_number,
            "representative": said.representative,
            "representative_kana": said.representative_kana,
            "representative_title": "代表取締役",
            **since,
        },
    )
    place: Values = {"postcode": "1000001", "prefecture": "13", "town": "桜川市本町", "street": said.street}
    yield "location", {**place, "phone": "+81300001234", **since}
    yield "capital", {"capital": said.capital, "turnover": said.capital * 20, **since}
    yield "licensing", {"held": LicenceHeld.HELD.value, **since}
    for trade in said.trades:
        yield "licences", {"trade": trade, **_LICENCE, "number": said.corporate_number[-6:]}
    yield "insurance", {**_JOINED, **since}
    yield "retirement", {"kentaikyo": True, "kentaikyo_number": said.corporate_number[-7:], **since}
    mail = f"office@{said.corporate_number[-3:]}.example.jp"
    contact: Values = {"person": said.chief, "kana": said.chief_kana, "mail": mail, "phone": "+81300001235"}
    yield "responsible", {**contact, **since}
    yield "billing", {"place": BillingPlace.OFFICE.value, **since}
