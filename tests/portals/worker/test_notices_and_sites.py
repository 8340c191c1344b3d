"""本人宛の通知 and 就業している現場一覧: G08-5, G08-6, PORTAL-07, PORTAL-08."""

from datetime import date, timedelta

import pytest

from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Act
from ccus.domain.notices.actions import notify
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.terms import Reason, State
from ccus.foundation import clock
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db


def tell(person: cast.Person, title: str, source: str = "") -> None:
    assert person.worker.account_id
    notify(
        account=person.worker.account_id,
        kind="general",
        title=title,
        body="",
        source=source or title,
        at=clock.now(),
    )


def test_a_notice_is_unread_until_its_addressee_says_so() -> None:
    mirai = cast.settled()
    tell(mirai, "名簿に登録されました")
    browser = cast.signed_in(mirai)
    assert "未読1件" in browser.get("/worker/").content.decode()
    browser.post("/worker/notices/reading/", {"notice": Notice.objects.get().pk})
    assert "未読1件" not in browser.get("/worker/notices/").content.decode()
    assert Event.objects.filter(act=Act.NOTICE_READ, actor_id=mirai.worker.pk).count() == 1


def test_somebody_elses_notice_is_neither_seen_nor_read() -> None:
    mirai, other = cast.settled(), cast.settled("佐藤 健一", "サトウ ケンイチ")
    tell(other, "よその通知")
    browser = cast.signed_in(mirai)
    browser.post("/worker/notices/reading/", {"notice": Notice.objects.get().pk})
    assert Notice.objects.get().read_at is None
    assert "よその通知" not in browser.get("/worker/notices/").content.decode()


def test_the_same_cause_tells_once() -> None:
    mirai = cast.settled()
    tell(mirai, "一度", "line:1")
    tell(mirai, "二度", "line:1")
    assert [notice.title for notice in Notice.objects.all()] == ["一度"]


def test_older_notices_lie_on_further_pages() -> None:
    mirai = cast.settled()
    for n in range(31):
        tell(mirai, f"お知らせその{n}。")
    browser = cast.signed_in(mirai)
    assert "お知らせその0。" not in browser.get("/worker/notices/").content.decode()
    assert "お知らせその0。" in browser.get("/worker/notices/?page=2").content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "x", "２", "9" * 5000, "1.5"])
def test_odd_page_numbers_show_the_first_page(page: str) -> None:
    assert cast.signed_in(cast.settled()).get("/worker/notices/", {"page": page}).status_code == 200


@pytest.mark.parametrize("notice", ["x", "9" * 40, "", "²"])
def test_odd_notice_numbers_change_nothing(notice: str) -> None:
    answer = cast.signed_in(cast.settled()).post("/worker/notices/reading/", {"notice": notice})
    assert answer.status_code == 302


def test_a_title_cannot_bring_markup_along() -> None:
    mirai = cast.settled()
    tell(mirai, "<script>alert(1)</script>")
    assert "<script>alert" not in cast.signed_in(mirai).get("/worker/notices/").content.decode()


def test_sites_of_the_roster_and_of_the_last_days_are_listed() -> None:
    mirai, gone = cast.settled(), cast.site("終わった現場", until_on=date(2026, 9, 1))
    cast.on_roster(mirai, cast.site("名簿の現場"))
    cast.worked(mirai, cast.site("名簿のない現場"), clock.today(), State.UNLINKED, (Reason.NOT_ON_ROSTER,))
    cast.worked(mirai, gone, clock.today() - timedelta(days=90))
    page = cast.signed_in(mirai).get("/worker/sites/").content.decode()
    assert "名簿の現場" in page
    assert "名簿のない現場" in page
    assert "終わった現場" not in page
    assert "元請の作業員" in page


def test_days_at_a_site_are_summed_by_work_as_the_guide_writes_them() -> None:
    mirai, tower = cast.settled(), cast.site("A現場")
    line = cast.on_roster(mirai, tower)
    for ago in (0, 1, 2):
        cast.worked(mirai, tower, clock.today() - timedelta(days=ago), line=line)
    cast.worked(mirai, tower, clock.today() - timedelta(days=3), State.UNLINKED, line=line)
    page = cast.words(cast.signed_in(mirai).get("/worker/sites/"))
    assert '<dt>A現場</dt><dd><span class="nb">配筋 <span class="num">3日</span></span></dd>' in page


def test_without_official_days_no_sums_stand_there() -> None:
    mirai, tower = cast.settled(), cast.site("A現場")
    cast.worked(mirai, tower, clock.today(), State.UNLINKED, line=cast.on_roster(mirai, tower))
    assert "現場ごとの作業と日数" not in cast.words(cast.signed_in(mirai).get("/worker/sites/"))
