"""就業履歴 › 一覧からさがす, 集計: PORTAL-35, PORTAL-36, REC-13."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import State
from ccus.foundation.clock import now
from tests.factories import claims
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def page(person: cast.Person, address: str) -> str:
    answer = cast.signed_in(person).get(f"/worker/history/{address}")
    assert answer.status_code == 200
    return cast.words(answer)


def two_sites(mirai: cast.Person) -> tuple[str, str]:
    """A day at A現場 in this year, one there and one at B現場 in the last; their numbers."""
    a, b = cast.site("A現場"), cast.site("B現場")
    cast.worked(mirai, a, TODAY, line=cast.on_roster(mirai, a))
    cast.worked(mirai, a, date(2025, 3, 3))
    cast.worked(mirai, b, date(2025, 3, 3), State.UNLINKED)
    return a.number, b.number


def test_the_list_shows_all_days_and_counts_them_in_the_words_of_the_counters() -> None:
    mirai = cast.settled()
    two_sites(mirai)
    shown = page(mirai, "list/")
    assert '就業日数は <b class="num">2日</b>（うち正式 <span class="num">2日</span>）' in shown
    assert '就業履歴数は <b class="num">3件</b>' in shown
    assert "/worker/history/day/2025-03-03/" in shown


@pytest.mark.parametrize(
    ("narrowed", "records"),
    [
        ("year=2025", 2),
        ("year=2025&month=3", 2),
        ("year=2025&month=4", 0),
        ("trade=10-01", 1),
        ("position=foreman", 1),
        ("state=unlinked", 1),
        ("state=official&year=2026", 1),
        ("year=1816&month=13&site=x&trade=%22&position=%27&state=7", 3),
    ],
)
def test_the_list_is_narrowed_by_what_days_are(narrowed: str, records: int) -> None:
    mirai = cast.settled()
    two_sites(mirai)
    assert f'<p class="num">{records}件</p>' in page(mirai, f"list/?{narrowed}")


def test_the_list_is_narrowed_by_a_site_registered_or_not() -> None:
    mirai = cast.settled()
    _, b = two_sites(mirai)
    own = claims.own_site(mirai.worker)
    claims.entered_there(own, TODAY)
    claims.settled()
    for value, name in ((b, "B現場"), (str(own.key), "見本邸改修工事")):
        shown = page(mirai, f"list/?site={value}")
        assert '<p class="num">1件</p>' in shown
        assert f"<span>{name}<small>" in shown


def test_a_long_list_goes_on_behind_its_last_whole_day() -> None:
    mirai, a, b = cast.settled(), cast.site("A現場"), cast.site("B現場")
    for back in range(40):
        for site in (a, b):
            cast.worked(mirai, site, TODAY - timedelta(days=back))
    first = page(mirai, "list/?state=official")
    assert first.count('<tr><th scope="row">') == 20
    assert "?state=official&amp;before=2026-11-11" in first
    assert page(mirai, "list/?state=official&before=2026-10-17").count('<tr><th scope="row">') == 10


def test_the_list_costs_the_same_statements_for_one_day_as_for_a_hundred() -> None:
    mirai, site = cast.settled(), cast.site()
    browser = cast.signed_in(mirai)
    cast.worked(mirai, site, TODAY)
    for address in ("list/", "sums/"):
        browser.get(f"/worker/history/{address}")
        with CaptureQueriesContext(connection) as short:
            browser.get(f"/worker/history/{address}")
        for back in range(1, 100):
            WorkRecord.objects.filter(work_on=TODAY - timedelta(days=back)).delete()
            cast.worked(mirai, site, TODAY - timedelta(days=back))
        with CaptureQueriesContext(connection) as long:
            browser.get(f"/worker/history/{address}")
        assert len(long) == len(short)


def test_sums_count_official_days_by_site_work_trade_position_and_year() -> None:
    mirai = cast.settled()
    two_sites(mirai)
    shown = page(mirai, "sums/")
    for words in (
        '配筋 <span class="num">1日</span>',
        '<dt>鉄筋工</dt><dd class="num">1日</dd>',
        '<dt>職長</dt><dd class="num">1日</dd>',
        'href="?year=2025"',
        "足しても合計の日数になりません",
    ):
        assert words in shown
    assert "B現場" not in shown


def test_sums_of_a_year_leave_out_the_other_years() -> None:
    mirai = cast.settled()
    two_sites(mirai)
    shown = page(mirai, "sums/?year=2025")
    assert "下の集計は、<b" in shown
    assert "鉄筋工" not in shown
    for nonsense in ("0000", "二〇二五", "20255", "1816"):
        assert "下の集計は、<b" not in page(mirai, f"sums/?year={nonsense}")


def test_days_without_approval_stand_beside_the_sums_and_never_in_them() -> None:
    mirai = cast.settled()
    claims.entered_there(claims.own_site(mirai.worker), TODAY, TODAY - timedelta(days=1))
    claims.settled()
    for address in ("", "sums/"):
        shown = page(mirai, address)
        assert '「承認なし」が <b class="num">2件</b>' in shown
        assert '通算の就業日数</dt><dd class="num">0<span>日' in shown
    assert "合計には入っていません" in page(mirai, "")


def test_a_day_that_was_entered_shows_the_times_as_typed() -> None:
    mirai = cast.settled()
    claims.entered(mirai.worker, cast.site(), TODAY, at=now())
    claims.settled()
    shown = page(mirai, "")
    assert "時刻の入力なし<" in shown
    assert "日、今日、承認待ち</span>" in shown
    assert "就業日数に数えていません（承認待ち）" in shown
