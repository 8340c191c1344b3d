"""登録内容の変更: registered rows come filled in, parts can be removed, old stands beside new; G18-1, G18-2, APP-07."""

from datetime import date

import pytest

from ccus.domain.applications.models import DraftSection
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registered import enter_fact
from ccus.domain.workers.models import Worker
from ccus.foundation import clock
from tests.factories import applications as made
from tests.portals.filing import desk

pytestmark = pytest.mark.django_db
CONTACT = {
    "postcode": "1050001",
    "prefecture": "13",
    "town": "港区虎ノ門",
    "street": "1丁目2番3号",
    "building": None,
    "phone": "+819012345678",
    "mail": "mirai@example.jp",
    "since": None,
}
TYPED = {
    "postcode": "105-0001",
    "prefecture": "13",
    "town": "港区虎ノ門",
    "street": "1丁目2番3号",
    "phone": "090-1234-5678",
    "mail": "mirai@example.jp",
}


@pytest.fixture
def worker() -> Worker:
    held = made.worker_with_card()
    enter_fact(worker=held, key="contact", values=CONTACT, by=SYSTEM, at=clock.now())
    for name in ("職長教育", "足場の特別教育"):
        training = {"name": name, "organiser": "建災防", "completed": date(2020, 5, 1).isoformat()}
        enter_fact(worker=held, key="training", values=training, by=SYSTEM, at=clock.now())
    return held


@pytest.fixture
def me(worker: Worker) -> desk.Desk:
    return desk.of_worker(worker)


@pytest.fixture
def address(me: desk.Desk) -> str:
    return me.started("change")


def rows(section: str) -> list[dict[str, object]]:
    found = DraftSection.objects.filter(section=section).first()
    return found.rows if found else []


def training(me: desk.Desk, address: str, title: str) -> str:
    """The address of a registered row."""
    words = me.get(f"{address}training/")
    return words.split(title)[1].split('href="')[1].split('"')[0]


def test_what_is_registered_comes_filled_in(me: desk.Desk, address: str) -> None:
    assert 'value="090-1234-5678"' in me.get(f"{address}contact/")


def test_saving_what_is_registered_anyway_is_no_change(me: desk.Desk, address: str) -> None:
    me.post(f"{address}contact/", **TYPED, version="0", act="list")
    assert rows("contact") == []
    assert "変えるところがありません" in me.get(f"{address}check/")


def test_the_check_page_shows_the_old_beside_the_new(me: desk.Desk, address: str) -> None:
    me.post(f"{address}contact/", **{**TYPED, "phone": "080-1111-2222"}, version="0", act="next")
    words = me.get(f"{address}check/")
    before, after = words.index("090-1234-5678"), words.index("080-1111-2222")
    assert before < after
    assert words.count("is-changed") == 1


def test_a_registered_row_is_marked_to_go_and_taken_back(me: desk.Desk, address: str) -> None:
    row = training(me, address, "職長教育")
    me.post(row, act="remove")
    assert [row["op"] for row in rows("training")] == ["remove"]
    assert "削除する" in me.get(f"{address}check/")
    me.post(row, act="restore")
    assert rows("training") == []


def test_an_added_row_stands_beside_the_registered_ones(me: desk.Desk, address: str) -> None:
    raw = {"name": "玉掛け", "organiser": "建災防", "completed": "R6.4.1"}
    me.post(f"{address}training/n1/", **raw, version="0", act="next")
    words = me.get(f"{address}training/")
    assert [name in words for name in ("職長教育", "足場の特別教育", "玉掛け")] == [True, True, True]


def test_an_added_row_that_is_removed_is_gone(me: desk.Desk, address: str) -> None:
    me.post(f"{address}training/n1/", name="玉掛け", version="0", act="list")
    me.post(f"{address}training/n1/", act="remove")
    assert rows("training") == []


def test_what_everybody_has_cannot_be_removed(me: desk.Desk, address: str) -> None:
    assert 'value="remove"' not in me.get(f"{address}contact/")
    me.post(f"{address}contact/", act="remove")
    assert rows("contact") == []


def test_a_row_that_there_is_not_has_no_page(me: desk.Desk, address: str) -> None:
    assert me.client.get(f"{address}training/f999999/").status_code == 404
