"""確認を読む: page by page, the strangers first; values leave traces; all of it as a file (FIX-05, FIX-13)."""

from datetime import datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import Actor
from ccus.domain.corrections.actions.previewing import ask_for_preview
from ccus.domain.corrections.export import export_of
from ccus.domain.corrections.models import PreviewLine
from ccus.domain.corrections.reports import gaining_companies, lines_of
from ccus.domain.corrections.terms import LineKind, StopKind
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.terms import Purpose
from ccus.foundation.sheets.writing import csv_bytes
from ccus.jobs.corrections import preview
from tests.domain.corrections.country import Country, country, written
from tests.factories.claims import settled, tapped
from tests.factories.corrections import change_set, row
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
PEOPLE, FIRMS = 12, 3


@pytest.fixture
def made() -> Country:
    return country(PEOPLE, FIRMS)


def previewed(made: Country, by: Actor, at: datetime) -> UUID:
    """Right but for the first, who would be shown to the firm of the second."""
    firms = [made.right(1), *(made.right(n) for n in range(1, PEOPLE))]
    key = ask_for_preview(change_set=written(made, firms, by=str(by), at=at), by=by, at=at)
    preview(key)
    return key


def test_companies_with_strangers_are_named_first(made: Country, by: Actor, at: datetime) -> None:
    page = gaining_companies(previewed(made, by, at))
    first, *others = page.companies
    assert (first.number, first.workers, first.strangers) == (made.right(1).number, 5, 1)
    assert [one.strangers for one in others] == [0] * (page.total - 1)
    assert "所属事業者" in first.relations
    assert "緊急連絡先" in first.items


def test_a_stranger_is_named_with_the_row_and_what_would_be_seen(
    made: Country, by: Actor, at: datetime
) -> None:
    key = previewed(made, by, at)
    [line] = lines_of(key, LineKind.STOP, stop=StopKind.STRANGER, by=by, at=at).lines
    assert (line.row, line.worker_number, line.worker_kana) == (1, made.workers[0].number, "ミホン タロウ")
    assert (line.company_number, line.relations) == (made.right(1).number, ("所属事業者",))
    assert "住所・電話番号・メールアドレス" in line.items
    assert "つなぐものが" in line.words


def test_lines_of_one_company_are_a_page_of_their_own(made: Country, by: Actor, at: datetime) -> None:
    key = previewed(made, by, at)
    page = lines_of(key, LineKind.GAINED, company=made.right(1).number, by=by, at=at)
    assert (page.total, page.pages, {line.company_number for line in page.lines}) == (
        5,
        1,
        {made.right(1).number},
    )
    assert not lines_of(key, LineKind.GAINED, page=2, by=by, at=at).lines


def test_values_before_and_after_leave_a_trace_with_why_and_the_rest_leaves_none(
    made: Country, by: Actor, at: datetime
) -> None:
    key = previewed(made, by, at)
    for kind in (LineKind.STOP, LineKind.GAINED, LineKind.LOST):
        lines_of(key, kind, by=by, at=at)
    assert not DisclosureTrace.objects.exists()
    page = lines_of(key, LineKind.FACT, by=by, at=at)
    [field] = page.lines[0].fields
    assert field.label == "事業者ID"
    assert "旧見本組" in field.before
    traces = DisclosureTrace.objects.filter(purpose=Purpose.CORRECTION)
    assert (traces.count(), traces[0].reason[:2]) == (PEOPLE, "修正")


def test_days_are_said_with_the_site_and_their_states_in_words(cast: Cast, by: Actor, at: datetime) -> None:
    tapped(cast, at.date())
    settled()
    moved = change_set("affiliation", by=by, at=at)
    values = {"company": cast.stranger.number, "employment": "regular"}
    row(moved, cast.mirai.number, values, by=by, at=at)
    key = ask_for_preview(change_set=moved, by=by, at=at)
    preview(key)
    [line] = lines_of(key, LineKind.DAYS, by=by, at=at).lines
    assert (line.site, line.before, line.after) == (cast.site.name, "正式", "連結待ち")
    assert line.days == ("2026-11-20",)


def test_the_file_holds_every_line_of_the_preview(made: Country, by: Actor, at: datetime) -> None:
    head, rows = export_of(previewed(made, by, at), by=by, at=at)
    table = csv_bytes(head, rows).decode("utf-8-sig").splitlines()
    kinds = [line.split(",")[0] for line in table]
    assert kinds[:2] == ["内容", LineKind.STOP.label]
    kept = PreviewLine.objects.values_list("kind", flat=True)
    assert sorted(kinds[1:]) == sorted(LineKind(kind).label for kind in kept)


@pytest.mark.parametrize("kind", [LineKind.GAINED, LineKind.FACT])
def test_a_page_takes_as_many_statements_however_many_lines(
    made: Country, by: Actor, at: datetime, kind: LineKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = previewed(made, by, at)
    counts = {}
    for size in (1, PEOPLE):
        monkeypatch.setattr("ccus.domain.corrections.reports.A_PAGE", size)
        with CaptureQueriesContext(connection) as asked:
            page = lines_of(key, kind, by=by, at=at)
        counts[len(page.lines)] = len(asked)
    assert counts[1] == counts[PEOPLE]
