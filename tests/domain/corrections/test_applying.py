"""反映 of a turn (FIX-03, FIX-04, FIX-07)."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.actions.facts import enter_company_fact
from ccus.domain.companies.models import Company
from ccus.domain.corrections.applying import Applied, RowsRefused, apply_turn
from ccus.domain.corrections.bases import standing_rows
from ccus.domain.corrections.models import ChangeRow, ChangeSet
from ccus.domain.corrections.terms import Doing, Side, StopKind
from ccus.domain.workers.actions.registered import change_fact, enter_fact
from ccus.domain.workers.models import Affiliation, BloodGroup, Worker, WorkerTrade
from ccus.domain.workers.options import options
from ccus.domain.workers.registered import registered
from tests.domain.workers.samples import VALUES
from tests.factories import workers
from tests.factories.companies import company
from tests.factories.corrections import change_set, row
from tests.factories.facts import BEGAN, RECORDED_AT
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
SOURCE = {"official_source": "resident_record"}
TODAY = date(2026, 11, 20)
ARRIVED = datetime(2026, 11, 17, 15, tzinfo=UTC)  # the first moment of 18 November in Tokyo


def applied(written: ChangeSet, at: datetime) -> Applied:
    rows = list(ChangeRow.objects.filter(change_set=written, dropped_at=None).order_by("ordinal"))
    return apply_turn(written, rows, by=SYSTEM, at=at)


def refused(written: ChangeSet, at: datetime) -> list[tuple[int, StopKind]]:
    with pytest.raises(RowsRefused) as no:
        applied(written, at)
    return [(row.ordinal, kind) for row, kind, _ in no.value.rows]


def held(worker: Worker, block: str) -> dict[str, object]:
    [fact] = registered(worker.pk, on=TODAY, keys=[block])[block]
    return {**fact.values, "from": fact.valid_from}


def link(worker: Worker, **values: object) -> Affiliation:
    return workers.affiliation(**{"worker": worker, "company": company(), "employment": "regular", **values})


def test_a_correction_holds_from_the_first_day_of_what_it_puts_right(
    cast: Cast, by: Actor, at: datetime
) -> None:
    written = change_set("name", by=by, at=at)
    row(written, cast.mirai.number, {**SOURCE, "kana": "タダシイ"}, by=by, at=at)
    [(_, superseded, added)] = applied(written, at).done
    assert held(cast.mirai, "name")["from"] == BEGAN
    assert (len(superseded), len(added)) == (1, 1)


def test_from_a_later_day_what_was_before_remains(cast: Cast, by: Actor, at: datetime) -> None:
    written = change_set("name", by=by, at=at)
    row(written, cast.mirai.number, {**SOURCE, "kana": "タダシイ", "since": "2026-11-01"}, by=by, at=at)
    [(_, _, added)] = applied(written, at).done
    assert held(cast.mirai, "name")["from"] == date(2026, 11, 1)
    assert len(added) == 2


def test_a_day_before_the_row_held_is_refused(cast: Cast, by: Actor, at: datetime) -> None:
    written = change_set("name", by=by, at=at)
    row(written, cast.mirai.number, {**SOURCE, "kana": "タダシイ", "since": "2001-01-01"}, by=by, at=at)
    assert refused(written, at) == [(1, StopKind.REFUSED)]


def test_what_was_registered_wrongly_is_taken_back_as_a_whole(cast: Cast, by: Actor, at: datetime) -> None:
    enter_fact(worker=cast.mirai, key="blood", values=VALUES["blood"], by=SYSTEM, at=at)
    written = change_set(by=by, at=at)
    row(written, cast.mirai.number, {}, by=by, at=at, doing=Doing.REMOVE)
    applied(written, at)
    assert not BloodGroup.objects.filter(superseded_at=None).exists()


def test_a_row_that_changed_since_it_was_seen_is_named(cast: Cast, by: Actor, at: datetime) -> None:
    enter_fact(worker=cast.mirai, key="blood", values=VALUES["blood"], by=SYSTEM, at=at)
    written = change_set(by=by, at=at)
    base = row(written, cast.mirai.number, {"group": "o"}, by=by, at=at).base
    assert base is not None
    values = {**VALUES["blood"], "group": "a"}
    change_fact(worker=cast.mirai, key="blood", base=base, values=values, by=SYSTEM, at=at)
    assert refused(written, at) == [(1, StopKind.CHANGED)]


def test_a_second_row_where_one_holds_is_refused_in_words(cast: Cast, by: Actor, at: datetime) -> None:
    written = change_set("status", by=by, at=at)
    other = workers.worker()
    for worker in (other, cast.mirai):
        enter_fact(worker=worker, key="status", values=VALUES["status"], by=SYSTEM, at=at)
    status = {"sex": "female", "nationality": "JP"}
    row(written, workers.worker().number, status, by=by, at=at, doing=Doing.ENTER)
    row(written, other.number, status, by=by, at=at, doing=Doing.ENTER)
    assert refused(written, at) == [(2, StopKind.REFUSED)]


def test_trades_are_put_right_together_and_since_they_were_said(cast: Cast, by: Actor, at: datetime) -> None:
    written = change_set("trades", by=by, at=at)
    before = WorkerTrade.objects.get(worker=cast.mirai, superseded_at=None)
    codes = [before.trade.code, next(o.value for o in options("trade") if o.value != before.trade.code)]
    row(written, cast.mirai.number, {"trade_1": codes[1], "trade_2": codes[0]}, by=by, at=at)
    applied(written, at)
    found = WorkerTrade.objects.filter(worker=cast.mirai, superseded_at=None).order_by("rank")
    assert [(each.trade.code, each.valid_from) for each in found] == [(code, BEGAN) for code in codes[::-1]]


def test_a_link_to_another_company_supports_days_since_its_paper_came(by: Actor, at: datetime) -> None:
    wrong, right = link(workers.worker()), company()
    written = change_set("affiliation", by=by, at=at)
    row(written, wrong.worker.number, {"company": right.number}, by=by, at=at)
    [touched] = applied(written, at).touched
    put_right = Affiliation.objects.get(superseded_at=None)
    assert (put_right.company, put_right.held_since) == (right, ARRIVED)
    assert (touched.worker, touched.from_on, touched.until_on) == (wrong.worker_id, BEGAN, None)


def test_a_link_that_keeps_its_company_supports_days_as_early_as_before(by: Actor, at: datetime) -> None:
    kept = link(workers.worker())
    written = change_set("affiliation", by=by, at=at)
    row(written, kept.worker.number, {"since": "2020-01-01"}, by=by, at=at)
    applied(written, at)
    put_right = Affiliation.objects.get(superseded_at=None)
    assert (put_right.held_since, put_right.valid_from) == (RECORDED_AT, date(2020, 1, 1))


def test_a_second_main_employer_is_refused_in_the_words_of_the_correction(by: Actor, at: datetime) -> None:
    worker = workers.worker()
    link(worker)
    written = change_set("affiliation", by=by, at=at)
    said = {"company": company().number, "is_main": "1", "employment": "regular", "since": "2026-01-01"}
    row(written, worker.number, said, by=by, at=at, doing=Doing.ENTER)
    with pytest.raises(RowsRefused) as no:
        applied(written, at)
    assert "主たる所属" in no.value.rows[0][2]


def test_two_rows_of_a_worker_may_make_room_for_each_other(by: Actor, at: datetime) -> None:
    worker, other = workers.worker(), company()
    main, second = link(worker), link(worker, is_main=False, company=other)
    written = change_set("affiliation", by=by, at=at)
    row(written, worker.number, {"is_main": ""}, by=by, at=at, base=main.pk)
    row(written, worker.number, {"is_main": "1"}, by=by, at=at, base=second.pk)
    applied(written, at)
    assert Affiliation.objects.get(superseded_at=None, is_main=True).company == other


def test_nothing_of_somebody_who_left_is_put_right(cast: Cast, by: Actor, at: datetime) -> None:
    written = change_set("name", by=by, at=at)
    row(written, cast.mirai.number, {**SOURCE, "kana": "タダシイ"}, by=by, at=at)
    cast.mirai.withdrawals.create(withdrawn_at=at, recorded_by="system:0")
    assert refused(written, at) == [(1, StopKind.REFUSED)]


def test_a_simple_registration_gets_no_health_check(cast: Cast, by: Actor, at: datetime) -> None:
    cast.mirai.grades.create(
        grade="simple", valid_from=BEGAN, recorded_at=RECORDED_AT, recorded_by="system:0"
    )
    written = change_set("health", by=by, at=at)
    row(written, cast.mirai.number, {"checked": "2026-10-01"}, by=by, at=at, doing=Doing.ENTER)
    assert refused(written, at) == [(1, StopKind.REFUSED)]


def test_a_company_is_called_as_it_was_put_right(by: Actor, at: datetime) -> None:
    firm = company()
    enter = partial(enter_company_fact, company=firm, key="identity", by=SYSTEM, at=at)
    said = {"name": "株式会社ただし", "kana": "タダシ", "form": "sole", "representative": "只 志"}
    enter(values={**said, "representative_kana": "タダ シ"})
    written = change_set("identity", side=Side.COMPANY, by=by, at=at)
    row(written, firm.number, {"name": "株式会社正"}, by=by, at=at)
    applied(written, at)
    assert Company.objects.get(pk=firm.pk).name == "株式会社正"


def test_the_number_of_statements_does_not_grow_with_the_rows(by: Actor, at: datetime) -> None:
    counted = []
    for many in (3, 30):
        written = change_set("affiliation", by=by, at=at)
        for _ in range(many):
            row(written, link(workers.worker()).worker.number, {"company": company().number}, by=by, at=at)
        rows = list(ChangeRow.objects.filter(change_set=written))
        with CaptureQueriesContext(connection) as queries:
            apply_turn(written, rows, by=SYSTEM, at=at)
        counted.append(len(queries))
    assert counted[0] == counted[1] <= 15


def test_every_bad_row_of_many_is_named_and_the_others_are_not(by: Actor, at: datetime) -> None:
    people = [workers.worker() for _ in range(20)]
    written = change_set("blood", by=by, at=at)
    for place, worker in enumerate(people, 1):
        if place in {3, 4, 17}:
            enter_fact(worker=worker, key="blood", values=VALUES["blood"], by=SYSTEM, at=at)
        row(written, worker.number, {"group": "o"}, by=by, at=at, doing=Doing.ENTER)
    assert refused(written, at) == [(place, StopKind.REFUSED) for place in (3, 4, 17)]


def test_the_row_that_was_seen_is_named_by_its_key(cast: Cast, by: Actor, at: datetime) -> None:
    [named] = standing_rows(Side.WORKER, "name", [cast.mirai.pk])[cast.mirai.pk]
    written = row(
        change_set("name", by=by, at=at),
        cast.mirai.number,
        {**SOURCE, "kana": "カ"},
        by=by,
        at=at,
        base=named.id,
    )
    assert written.base == named.id
