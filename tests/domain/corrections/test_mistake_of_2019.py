"""2019年の誤り: a file slipped by one line would show 1,881 workers to strangers; the preview names each and stops."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import transaction

from ccus.domain.corrections.actions.previewing import ask_for_preview, open_preview
from ccus.domain.corrections.actions.releasing import release_set
from ccus.domain.corrections.models import ChangeSet, PreviewLine
from ccus.domain.corrections.policies import HasStops
from ccus.domain.corrections.reported import PreviewShown
from ccus.domain.corrections.reports import preview_of
from ccus.domain.corrections.terms import LineKind, StopKind
from ccus.domain.disclosure.company_relations import of_company
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.workers.models import Affiliation
from ccus.jobs.corrections import preview
from tests.domain.corrections.country import Country, country, written
from tests.factories.corrections import corrector
from tests.factories.officers import officer
from tests.factories.personas import firm

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
PEOPLE, FIRMS = 1_881, 61
PURPOSES = (Purpose.ROSTER, Purpose.PROXY_FILING)
Pairs = set[tuple[int, int]]


@pytest.fixture
def world() -> Country:
    return country(PEOPLE, FIRMS)


def asked(change_set: ChangeSet, at: datetime, *, rows: int = PEOPLE) -> PreviewShown:
    preview(ask_for_preview(change_set=change_set, by=officer().actor, at=at))
    shown = preview_of(change_set)
    assert shown is not None
    assert (shown.is_finished, shown.failed, shown.done) == (True, "", rows)
    return shown


def pairs(kind: LineKind, **of: object) -> Pairs:
    lines = PreviewLine.objects.filter(kind=kind, **of)
    return {(company or 0, worker or 0) for company, worker in lines.values_list("company", "worker")}


def seen_by_pages(world: Country, at: datetime) -> Pairs:
    """(company, worker), as every company would find them on its own pages."""
    keys = [one.pk for one in world.workers]
    return {
        (company.pk, worker)
        for company in (*world.firms, *world.primes)
        for purpose in PURPOSES
        for worker in of_company(firm(company), keys, purpose, at.date())
    }


def as_if_done(world: Country, firms: list[int], at: datetime) -> Iterator[None]:
    """The same change by hand, taken back afterwards."""
    with transaction.atomic():
        links = [link.pk for link in world.links]
        Affiliation.objects.filter(pk__in=links).update(superseded_at=at)
        Affiliation.objects.bulk_create(
            Affiliation(
                worker_id=link.worker_id,
                company_id=company,
                is_main=True,
                valid_from=link.valid_from,
                recorded_at=at,
                recorded_by="system:0",
            )
            for link, company in zip(world.links, firms, strict=True)
        )
        yield
        transaction.set_rollback(True)


def test_a_file_slipped_by_one_line_is_stopped_with_every_wrong_viewer_named(
    world: Country, at: datetime
) -> None:
    slipped = [world.right(n + 1) for n in range(PEOPLE)]
    before = seen_by_pages(world, at)
    after: Pairs = set()
    for _ in as_if_done(world, [company.pk for company in slipped], at):
        after = seen_by_pages(world, at)
    shown = asked(written(world, slipped, by="operator:1", at=at), at)
    wrong = {(company.pk, one.pk) for company, one in zip(slipped, world.workers, strict=True)}
    assert pairs(LineKind.GAINED) == after - before
    assert wrong <= after - before
    assert pairs(LineKind.STOP, stop=StopKind.STRANGER) == wrong
    assert shown.is_stopped
    assert shown.stops == {StopKind.STRANGER: PEOPLE}
    by = corrector()
    open_preview(preview=shown.key, by=by, at=at)
    with pytest.raises(HasStops):
        release_set(preview=shown.key, by=by, at=at)


def test_the_right_file_shows_people_to_whom_they_know_and_goes_on(at: datetime) -> None:
    made = country(200, 20)
    firms = [made.right(n) for n in range(200)]
    shown = asked(written(made, firms, by="operator:1", at=at), at, rows=200)
    assert {(c.pk, w.pk) for c, w in zip(firms, made.workers, strict=True)} <= pairs(LineKind.GAINED)
    assert (shown.stops, shown.is_stopped, shown.persons) == ({}, False, 200)


def test_of_one_wrong_company_among_many_right_rows_that_row_alone_is_named(at: datetime) -> None:
    made = country(200, 20)
    firms = [made.right(n) for n in range(200)]
    firms[77] = made.right(78)
    shown = asked(written(made, firms, by="operator:1", at=at), at, rows=200)
    assert shown.stops == {StopKind.STRANGER: 1}
    line = PreviewLine.objects.get(kind=LineKind.STOP)
    assert (line.company, line.worker, line.row and line.row.ordinal) == (firms[77], made.workers[77], 78)
