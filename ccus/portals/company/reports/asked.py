"""見る月と人: the month that an address names, and who stands behind its days (REPORT-05, REPORT-09)."""

from collections.abc import Iterable
from datetime import date

from ccus.domain.companies.seats import SeatMe
from ccus.domain.disclosure.people import NAMES, Person, people_behind
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.work_history.month_matrix import FirmMonth
from ccus.domain.workers.terms import Item
from ccus.entrance.asked import found
from ccus.entrance.entering.ticks import month_in
from ccus.foundation import clock

CURRENT = "reports"
_ITEMS = NAMES | {Item.WORK_HISTORY}


def month_asked(text: str) -> date:
    """The first day of the month `2026-11`. Raises Http404 for none, and for one to come."""
    return found(month_in(text, today=clock.today()))


def people_of(seat: SeatMe, firms: Iterable[FirmMonth], *, site: str = "") -> dict[int, Person]:
    """Everybody in these rows, as the account may know them; at one site (現場ID) whoever left has a number there."""
    workers = [worker.worker for firm in firms for worker in firm.workers]
    at = clock.now()
    people = people_behind(seat.actor, workers, purpose=Purpose.MONTH_REPORT, at=at, items=_ITEMS)
    return {worker: person.at_site(site) for worker, person in people.items()} if site else people
