"""回: turns of a thousand rows at a constant price, taken up again where the job died (FIX-04)."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.corrections.actions.previewing import ask_for_preview
from ccus.domain.corrections.effects import carried_turn
from ccus.domain.corrections.lines import Digest
from ccus.domain.corrections.models import ChangePreview, ChangeRow, ChangeSet, PreviewLine
from ccus.domain.corrections.previewing import left_of, preview_turn, unfinished
from ccus.domain.corrections.rules import A_TURN
from ccus.domain.corrections.terms import Doing
from ccus.domain.corrections.turns import rows_of, turns_of
from ccus.domain.workers.models import Affiliation
from ccus.jobs.corrections import preview
from tests.domain.corrections.country import Country, country, written
from tests.factories.officers import officer

pytestmark = pytest.mark.django_db


def right(made: Country, at: datetime, **values: object) -> ChangeSet:
    firms = [made.right(n) for n in range(len(made.workers))]
    return written(made, firms, by="operator:1", at=at, **values)


def statements(change_set: ChangeSet, at: datetime) -> int:
    key = ask_for_preview(change_set=change_set, by=officer().actor, at=at)
    [turn] = left_of(key)
    with CaptureQueriesContext(connection) as asked:
        assert preview_turn(key, turn, at=at)
    assert PreviewLine.objects.filter(preview__key=key).count() > len(turn)
    return len(asked)


@pytest.mark.thorough
def test_a_turn_of_a_thousand_rows_takes_as_many_statements_as_one_of_ten(at: datetime) -> None:
    at_ten = statements(right(country(10, 5), at), at)
    many = country(1_000, 60, first=10)
    assert statements(right(many, at, number="20261120000002"), at) == at_ten


def test_all_rows_of_one_worker_are_in_one_turn(at: datetime) -> None:
    change_set = right(country(2, 2), at)
    both = list(ChangeRow.objects.filter(change_set=change_set).order_by("ordinal"))
    ChangeRow.objects.bulk_create(
        ChangeRow(
            change_set=change_set,
            ordinal=10 + n,
            worker_id=both[n % 2].worker_id,
            doing=Doing.ENTER,
            written_by="operator:1",
            written_at=at,
        )
        for n in range(A_TURN)
    )
    turns = turns_of(change_set)
    assert [len(turn) for turn in turns] == [A_TURN // 2 + 1] * 2
    assert [len({row.worker_id for row in rows_of(turn)}) for turn in turns] == [1, 1]


def test_a_preview_whose_job_died_is_taken_up_where_it_stopped(
    at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ccus.domain.corrections.turns.A_TURN", 4)
    change_set = right(country(10, 5), at)
    key = ask_for_preview(change_set=change_set, by=officer().actor, at=at)
    first, *rest = left_of(key)
    preview_turn(key, first, at=at)
    assert ChangePreview.objects.get(key=key).done == len(first)
    assert (unfinished(), list(left_of(key))) == ([key], rest)
    preview(key)
    assert (unfinished(), left_of(key)) == ([], ())
    assert PreviewLine.objects.filter(preview__key=key, kind="fact").count() == len(change_set.rows.all())


def test_a_preview_that_became_void_meanwhile_keeps_nothing_more(at: datetime) -> None:
    change_set = right(country(4, 2), at)
    key = ask_for_preview(change_set=change_set, by=officer().actor, at=at)
    [turn] = left_of(key)
    ChangePreview.objects.filter(key=key).update(void_at=at)
    assert not preview_turn(key, turn, at=at)
    preview(key)
    assert not PreviewLine.objects.filter(preview__key=key).exists()


def test_a_preview_leaves_the_register_as_it_was(at: datetime) -> None:
    made = country(8, 4)
    preview(ask_for_preview(change_set=right(made, at), by=officer().actor, at=at))
    links = Affiliation.objects.filter(superseded_at=None, is_main=True)
    assert set(links.values_list("pk", flat=True)) == {link.pk for link in made.links}


def test_what_is_carried_out_afterwards_has_the_digest_of_the_preview(at: datetime) -> None:
    change_set = right(country(12, 5), at)
    preview(ask_for_preview(change_set=change_set, by=officer().actor, at=at))
    digest = Digest()
    for turn in turns_of(change_set):
        digest.add(carried_turn(change_set, rows_of(turn), by=SYSTEM, at=at, with_days=False).lines)
    assert digest.hex == ChangePreview.objects.get().digest
    assert digest.hex != Digest().hex
