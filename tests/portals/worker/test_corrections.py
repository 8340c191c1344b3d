"""就業内容の変更 by the worker: G15-5, PORTAL-28."""

from datetime import date

import pytest
from django.test import Client

from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.domain.work_history.terms import Evidence, State
from ccus.foundation.clock import now
from tests.factories.personas import Cast
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 16)
AS_FOREMAN = {"trade": "10-01", "position": "foreman", "work_content": "揚重作業"}


@pytest.fixture
def address(cast: Cast) -> str:
    """Of a tapped day on which the roster says 一般, 基礎配筋."""
    worked(cast, MONDAY)
    return f"/worker/corrections/{cast.site.number}/{MONDAY}/"


def worked(cast: Cast, on: date, state: State = State.OFFICIAL) -> None:
    WorkRecord.objects.create(
        worker=cast.mirai.pk,
        work_on=on,
        place=cast.site.pk,
        state=state,
        reasons=[],
        evidence=Evidence.CARD,
        last_tap_at=now(),
        trade=cast.line.trade_id,
        position=cast.line.position_id,
        line=cast.line.pk,
        member=cast.line.member_id,
    )


def test_what_stands_now_is_shown_beside_the_form(me: Client, address: str, cast: Cast) -> None:
    page = words(me.get(address))
    assert page.index("いまの内容") < page.index("基礎配筋</dd>") < page.index("なおす内容")
    assert 'value="10-01" selected' in page


def test_a_day_as_foreman_is_asked_of_the_prime(me: Client, address: str) -> None:
    assert me.post(address, AS_FOREMAN).headers["Location"] == "/worker/claims/"
    claim = DayClaim.objects.get(kind=ClaimKind.CORRECTION)
    assert claim.position is not None
    assert (claim.position.code, claim.work_content) == ("foreman", "揚重作業")
    assert "就業内容の変更　元請事業者の佐藤建設が" in words(me.get("/worker/claims/"))


def test_the_original_stays_and_the_change_stands_below(me: Client, address: str) -> None:
    me.post(address, AS_FOREMAN)
    page = words(me.get(address))
    assert "基礎配筋</dd>" in page
    assert "これまでの変更" in page


def test_a_change_that_changes_nothing_is_refused(me: Client, address: str, cast: Cast) -> None:
    same = {"trade": cast.line.trade.code, "position": cast.line.position.code, "work_content": "基礎配筋"}
    answer = me.post(address, same)
    assert answer.status_code == 422
    assert "今の登録と同じです" in words(answer)


def test_a_second_change_waits_for_the_first(me: Client, address: str) -> None:
    me.post(address, AS_FOREMAN)
    answer = me.post(address, AS_FOREMAN | {"work_content": "配筋検査"})
    assert answer.status_code == 422
    assert "まだ決まっていない変更" in words(answer)
    assert 'value="配筋検査"' in words(answer)


def test_after_the_deadline_the_page_says_so_without_a_form(me: Client, cast: Cast) -> None:
    old = date(2026, 9, 30)
    worked(cast, old)
    page = words(me.get(f"/worker/corrections/{cast.site.number}/{old}/"))
    assert "期限（働いた月の次の月の末日）を過ぎています" in page
    assert "この内容で承認を求める" not in page


@pytest.mark.parametrize("path", ["00000000000000/2026-11-16/", "x/2026-11-16/", "x/2026-02-30/"])
def test_a_day_without_a_record_has_no_page(me: Client, path: str) -> None:
    assert me.get(f"/worker/corrections/{path}").status_code == 404
