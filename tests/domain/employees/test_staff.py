"""所属技能者の一覧 and 統計情報 (EMP-03, EMP-07)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.companies.models import Company
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.employees.staff import StaffPage, Wanted, everybody, own_worker, staff_of
from ccus.domain.employees.statistics import Bar, Chart, Statistics, statistics_of
from ccus.domain.employees.terms import Order
from ccus.domain.workers.models import Withdrawal, Worker
from tests.factories.companies import company
from tests.factories.marked import marked_worker
from tests.factories.personas import Cast, firm
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
KANA = ("アオキ ハナ", "イトウ ケン", "ウエダ リン", "エンドウ ユウ", "オカダ アイ")


def crew(employer: Company) -> list[Worker]:
    """Five by フリガナ, registered the other way round, each with a 所属 a day older than the one before."""
    made = [worker(name__kana=kana, name__official=f"氏名 {kana[0]}") for kana in reversed(KANA)]
    for days, one in enumerate(made):
        affiliation(worker=one, company=employer, valid_from=date(2026, 1, 9) - timedelta(days=days))
    return made[::-1]


def found(employer: Company, words: str = "", **wanted: object) -> StaffPage:
    return staff_of(employer.pk, on=TODAY, wanted=Wanted(words, **wanted))  # type: ignore[arg-type]


@pytest.mark.parametrize(("order", "places"), [(Order.KANA, 1), (Order.NUMBER, -1), (Order.SINCE, 1)])
def test_the_list_stands_in_the_order_that_is_asked_for(order: Order, places: int) -> None:
    employer = company()
    keys = [one.pk for one in crew(employer)]
    assert list(found(employer, order=order).workers) == keys[::places]


@pytest.mark.parametrize("order", list(Order))
def test_page_after_page_shows_everybody_once(order: Order) -> None:
    employer, after = company(), ""
    seen: list[int] = []
    keys = {one.pk for one in crew(employer)}
    for expected in (2, 2, 1):
        page = staff_of(employer.pk, on=TODAY, wanted=Wanted(order=order), after=after, limit=2)
        assert (len(page.workers), page.total) == (expected, 5)
        seen, after = [*seen, *page.workers], page.after
    assert (set(seen), len(seen), after) == (keys, 5, "")


@pytest.mark.parametrize("words", ["アオキ", "あおき", "ｱｵｷ ﾊﾅ", "アオキハナ", "氏名　ア"])
def test_a_worker_is_found_however_the_name_is_typed(words: str) -> None:
    employer = company()
    [aoki, *_] = crew(employer)
    assert found(employer, words).workers == (aoki.pk,)


def test_a_number_and_a_trade_find_workers_and_wild_cards_find_nobody() -> None:
    employer = company()
    [first, *_] = crew(employer)
    assert found(employer, first.number).workers == (first.pk,)
    assert found(employer, trade="21-01").total + found(employer, trade="99-99").total in {0, 5}
    assert [found(employer, words).total for words in ("%", "_", "'")] == [0, 0, 0]


def test_only_those_whose_link_stands_today_are_own_workers(cast: Cast, at: datetime) -> None:
    past, coming, gone = worker(), worker(), worker()
    affiliation(worker=past, company=cast.takahashi, valid_until=TODAY)
    affiliation(worker=coming, company=cast.takahashi, valid_from=TODAY + timedelta(days=1))
    affiliation(worker=gone, company=cast.takahashi)
    Withdrawal.objects.create(worker=gone, withdrawn_at=at, recorded_by="system:0")
    assert found(cast.takahashi).workers == everybody(cast.takahashi.pk, on=TODAY) == (cast.mirai.pk,)
    assert own_worker(cast.takahashi.pk, past.number, on=TODAY) is None
    assert own_worker(cast.stranger.pk, cast.mirai.number, on=TODAY) is None


def statements(count: int) -> int:
    employer = company()
    for _ in range(count):
        affiliation(worker=worker(), company=employer)
    with CaptureQueriesContext(connection) as captured:
        staff_of(employer.pk, on=TODAY, wanted=Wanted(), limit=50)
        statistics_of(firm(employer), employer.pk, at=datetime.fromisoformat("2026-11-20T12:00+09:00"))
    return len(captured)


def test_two_hundred_workers_cost_as_many_statements_as_three() -> None:
    statements(1)  # reads what is read once a process
    assert statements(3) == statements(200)


@pytest.fixture
def statistics(at: datetime) -> Statistics:
    marked = marked_worker()
    affiliation(worker=worker(birth_on=date(2006, 11, 21)), company=marked.employer)
    return statistics_of(firm(marked.employer), marked.employer.pk, at=at)


def bars(statistics: Statistics, key: str) -> dict[str, int]:
    [chart] = [chart for chart in statistics.charts if chart.key == key]
    return {bar.label: bar.count for bar in chart.bars if bar.count}


def test_each_question_counts_every_own_worker_once(statistics: Statistics) -> None:
    assert statistics.workers == 2
    assert bars(statistics, "colours") == {"ゴールドカード": 1, "カードなし": 1}
    assert bars(statistics, "ages") == {"70代以上": 1, "10代以下": 1}
    assert bars(statistics, "health") == {"適用除外": 1, "登録なし": 1}
    assert bars(statistics, "kentaikyo") == {"加入": 1, "登録なし": 1}


def test_holders_of_qualifications_are_counted_by_kind(statistics: Statistics) -> None:
    assert [list(bars(statistics, key).values()) for key in ("core", "qualifications")] == [[1], [1]]


def test_counting_leaves_one_trace_a_worker(statistics: Statistics) -> None:
    traces = DisclosureTrace.objects.all()
    assert len(traces) == len({trace.worker_id for trace in traces}) == statistics.workers


def test_a_share_of_nobody_is_nothing() -> None:
    assert Chart("ages", "年齢", (), 0).share(Bar("20代", 0)) == 0
