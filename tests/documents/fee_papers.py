"""An account of site fees with days behind it, for papers."""

from datetime import date, datetime, timedelta

from ccus.domain.fees.reading import ChargeShown
from ccus.domain.fees.terms import FeeKind
from ccus.domain.site_fees.grouped import SiteDays, WorkerDays
from ccus.domain.site_fees.people import Person
from ccus.domain.site_fees.reading import BillShown
from ccus.foundation.clock import JST

MADE_AT = datetime(2026, 12, 5, 12, tzinfo=JST)
CHARGE = ChargeShown(
    1, FeeKind.SITE_USE, "site_invoice:1", "company:1", 12_340, MADE_AT, date(2027, 1, 4), None, False, ""
)
BILL = BillShown(
    month=date(2026, 11, 1),
    number="202611-20000000000017",
    company_name="見本建設株式会社",
    carried=990,
    days=1_135,
    booked=11_350,
    billed=12_340,
    carried_on=0,
    issued_at=MADE_AT,
    charge=CHARGE,
)


def site_days(name: str, people: int, days: int, *, person: str = "建設 未来") -> SiteDays:
    """A site at which so many people worked so many days of November; the first has a day of September reversed."""
    first = date(2026, 11, 1)
    worked = tuple(first + timedelta(days=day) for day in range(days))
    return SiteDays(
        number="50000000000013",
        name=name,
        workers=tuple(
            WorkerDays(
                Person(f"{10_000_000_000_000 + n}", "ケンセツ ミライ", person if n % 3 else ""),
                worked,
                (date(2026, 9, 30),) if n == 0 else (),
                10 * days,
            )
            for n in range(people)
        ),
    )
