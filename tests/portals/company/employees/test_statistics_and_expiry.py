"""統計情報 and 期限の近い技能者 as pages (EMP-04 to EMP-08)."""

import csv
import re
from datetime import date
from io import StringIO

import pytest
from django.test import Client

from ccus.domain.workers.models import HealthCheck
from tests.factories.facts import RECORDED_AT
from tests.factories.marked import Marked, marked_worker
from tests.factories.personas import Cast
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
STATISTICS, EXPIRING = "/company/employees/statistics/", "/company/employees/expiring/"


@pytest.fixture
def marked() -> Marked:
    return marked_worker()


@pytest.fixture
def desk(marked: Marked) -> Client:
    return client_of(seat(marked.employer))


def test_each_question_is_a_table_whose_rows_carry_bars(desk: Client) -> None:
    page = desk.get(STATISTICS).content.decode()
    assert page.count("<svg viewBox") >= 20
    assert "style=" not in page.split("<main")[1]
    assert 'rect class="bars__part" width="100.0"' in page
    for title in ("カードの色（レベル）", "年齢", "主な職種", "保有資格", "健康保険", "建退共"):
        assert title in page


def test_the_file_of_statistics_holds_the_numbers_of_the_page(desk: Client) -> None:
    content = desk.get("/company/employees/statistics.csv").content.decode("utf-8-sig")
    lines = list(csv.reader(StringIO(content)))
    assert ["カードの色（レベル）", "ゴールドカード", "1", "100"] in lines
    plots = desk.get(STATISTICS).context["plots"]
    assert len(lines) - 1 == sum(len(plot.bars) for plot in plots)


def test_what_runs_out_stands_with_its_days_and_the_site_it_touches(cast: Cast) -> None:
    desk = client_of(seat(cast.takahashi))
    assert "期限の近いものはありません" in desk.get(EXPIRING).content.decode()
    HealthCheck.objects.create(
        worker=cast.mirai,
        systolic=187,
        diastolic=113,
        valid_from=date(2025, 12, 4),
        recorded_at=RECORDED_AT,
        recorded_by="system:0",
    )
    page = desk.get(EXPIRING).content.decode()
    for words in (
        "建設 未来",
        "健康診断",
        "2026年12月4日",
        "あと14日",
        "未来タワー新築工事",
        "2026年12月5日から",
    ):
        assert words in page
    assert "187" not in re.sub(r"<[^>]+>", " ", page)
