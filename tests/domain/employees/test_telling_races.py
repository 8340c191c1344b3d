"""Two at once: the morning's job, and two clerks at one switch (EMP-05, DISC-20)."""

from datetime import UTC, date, datetime
from functools import partial

from ccus.domain.disclosure.actions import set_employers_half
from ccus.domain.disclosure.models import DisclosureSwitch
from ccus.domain.employees.models import ExpiryTold
from ccus.domain.employees.telling import tell_expiries
from ccus.domain.workers.terms import Item
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import cards, companies, workers
from tests.factories.personas import firm
from tests.factories.seats import seat

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def test_the_job_that_runs_twice_at_once_tells_everything_once(fresh_database: Databases) -> None:
    cards.card(worker=workers.worker(), expires_on=date(2026, 12, 4))
    job = partial(tell_expiries, at=AT)
    assert contested(job, job) is None
    assert ExpiryTold.objects.count() == 1


def test_two_clerks_who_open_the_same_item_at_once_open_it_once(fresh_database: Databases) -> None:
    company = companies.company()
    worker = workers.affiliation(worker=workers.worker(), company=company).worker
    first, second = (
        partial(
            set_employers_half,
            company=company,
            workers=[worker.pk],
            items=[Item.NAME],
            is_open=True,
            by=by,
            at=AT,
        )
        for by in (firm(company), seat(company).actor)
    )
    assert contested(first, second) is None
    assert DisclosureSwitch.objects.count() == 1
