"""A small town of workers: what each has opened, with the employer, and to whom it is shown."""

from datetime import UTC, datetime
from typing import Any

from ccus.domain.companies.models import Company
from ccus.domain.disclosure.actions import set_employers_half, set_own_half
from ccus.domain.searching.actions import Found, search_workers
from ccus.domain.searching.criteria import Criteria
from ccus.domain.workers.models import Contact, Experience, Qualification, Worker
from ccus.domain.workers.terms import Item
from tests.factories import cards, codes
from tests.factories.companies import company
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.personas import firm, person
from tests.factories.workers import affiliation, worker

AT = datetime(2026, 11, 20, 3, tzinfo=UTC)
TRADE = codes.REBAR
FACT = {"valid_from": BEGAN, "recorded_at": RECORDED_AT, "recorded_by": "system:0"}


def hand(
    *opened: Item, at: Company | None = None, kana: str = "タカハシ イチロウ", **values: object
) -> Worker:
    """鉄筋工 of a firm with a white card; these items are opened by both."""
    one = worker(name__kana=kana, trade__trade=codes.trade(), **values)
    cards.card(worker=one)
    employer = at or company()
    affiliation(worker=one, company=employer)
    open_both(one, employer, *opened)
    return one


def open_both(one: Worker, employer: Company, *items: Item) -> None:
    """Worker and employer open these."""
    if items:
        set_own_half(worker=one, items=items, is_open=True, by=person(one), at=AT)
        set_employers_half(
            company=employer, workers=[one.pk], items=items, is_open=True, by=firm(employer), at=AT
        )


def lives_in(one: Worker, prefecture: str) -> None:
    Contact.objects.create(
        worker=one,
        postcode="1000001",
        prefecture_id=prefecture,
        town="町",
        street="1",
        phone="+819012345678",
        **FACT,
    )


def holds(one: Worker, qualification: str) -> None:
    Qualification.objects.create(worker=one, qualification_id=qualification, number="1", **FACT)


def has_worked(one: Worker, years: int) -> None:
    Experience.objects.create(worker=one, years=years, text="鉄筋", **FACT)


def search(by: Company, *, page: int = 1, at: datetime = AT, **criteria: Any) -> Found:
    """A company searches; 鉄筋工 unless it says what else."""
    asked = Criteria(**(criteria or {"trade": TRADE}))
    return search_workers(company=by, criteria=asked, page=page, by=firm(by), at=at)


def keys(found: Found) -> list[int]:
    return [hit.worker for hit in found.hits]
