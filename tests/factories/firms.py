"""事業者の登録情報, as forms hold it, and companies registered with it."""

from datetime import UTC, datetime

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.facts import enter_company_fact
from ccus.domain.companies.actions.registration import extend_registration
from ccus.domain.companies.models import Company
from ccus.foundation.entry.block import Values
from tests.factories import companies

REGISTERED_AT = datetime(2026, 4, 15, 3, 0, tzinfo=UTC)
CORPORATE_NUMBER = "7000012050002"
PLACE = {"postcode": "1050001", "prefecture": "13", "town": "港区虎ノ門", "street": "1丁目2番3号"}
TYPED: dict[str, dict[str, str]] = {
    "identity": {
        "name": "株式会社足場建設",
        "kana": "アシバケンセツ",
        "form": "corporate",
        "corporate_number": CORPORATE_NUMBER,
        "representative": "足場 一郎",
        "representative_kana": "あしば いちろう",
        "representative_title": "代表取締役",
    },
    "location": {**PLACE, "postcode": "105-0001", "phone": "03-1234-5678"},
    "capital": {"capital": "10,000", "turnover": "250,000"},
    "licensing": {"held": "held"},
    "licences": {
        "trade": "05",
        "authority": "governor",
        "prefecture": "13",
        "grade": "general",
        "number": "123456",
        "granted": "2024-04-01",
        "expires": "2029-03-31",
    },
    "insurance": {"health": "joined", "pension": "joined", "employment": "joined"},
    "retirement": {},
    "responsible": {
        "person": "登録 花子",
        "kana": "とうろく はなこ",
        "mail": "hanako@ashiba.example.jp",
        "phone": "03-1234-5678",
    },
    "billing": {"place": "office"},
}
"""What is typed into the form of each block."""
FACTS: dict[str, Values] = {
    "identity": {
        "name": "株式会社足場建設",
        "kana": "アシバケンセツ",
        "form": "corporate",
        "corporate_number": CORPORATE_NUMBER,
        "representative": "足場 一郎",
        "representative_kana": "アシバ イチロウ",
        "representative_title": "代表取締役",
    },
    "location": {**PLACE, "phone": "+81312345678"},
    "capital": {"capital": 10_000, "turnover": 250_000},
    "licensing": {"held": "held"},
    "licences": {
        "trade": "05",
        "authority": "governor",
        "prefecture": "13",
        "grade": "general",
        "number": "123456",
        "granted": "2024-04-01",
        "expires": "2029-03-31",
    },
    "insurance": {
        "health": "joined",
        "pension": "joined",
        "employment": "joined",
        "labour_number": "13101234567000",
    },
    "retirement": {"kentaikyo": True, "kentaikyo_number": "12-34567", "chutaikyo": False},
    "responsible": {
        "person": "登録 花子",
        "kana": "トウロク ハナコ",
        "mail": "hanako@ashiba.example.jp",
        "phone": "+81312345678",
    },
    "billing": {"place": "office"},
}


def registered(company: Company | None = None, *, at: datetime = REGISTERED_AT) -> Company:
    """A company with every block, whose five years began with `at`."""
    firm = company or companies.company(is_sole_proprietor=False)
    for key, values in FACTS.items():
        enter_company_fact(company=firm, key=key, values={"since": None, **values}, by=SYSTEM, at=at)
    extend_registration(company=firm, by=SYSTEM, at=at)
    return firm


def renewable() -> Company:
    """A company whose last day is 2027-04-30."""
    return registered(at=datetime(2022, 4, 15, 3, tzinfo=UTC))
