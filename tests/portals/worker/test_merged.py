"""まとめたID: the account of a merged 技能者ID is led to the main (SAME-09)."""

from datetime import UTC, date, datetime

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.models import RecordChange
from ccus.domain.work_history.telling import tell_changes
from ccus.domain.workers.actions.same_person import approve_same_person, propose_merge
from tests.factories import officers
from tests.portals.worker.cast import Person, settled, signed_in, words

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def merged(db: None) -> tuple[Person, Person]:
    """The merged one and the main."""
    twice, main = settled("建設 未来", "ケンセツ ミライ"), settled("建設 美来", "ケンセツ ミライ")
    first, second = officers.officer(), officers.officer()
    proposal = propose_merge(worker=twice.worker, main=main.worker, words="同じ人", by=first.actor, at=AT)
    approve_same_person(proposal=proposal, by=second.actor, at=AT)
    return twice, main


@pytest.mark.parametrize("page", ["/worker/", "/worker/history/"])
def test_a_merged_id_says_where_its_days_stand(merged: tuple[Person, Person], page: str) -> None:
    twice, main = merged
    shown = words(signed_in(twice).get(page))
    assert "この技能者IDは、一つにまとめました" in shown
    assert main.number[:4] in shown


@pytest.mark.parametrize("page", ["/worker/", "/worker/history/"])
def test_the_main_has_nothing_to_be_told(merged: tuple[Person, Person], page: str) -> None:
    assert "一つにまとめました" not in words(signed_in(merged[1]).get(page)).split("本人宛の通知")[0]


def test_both_find_a_notice_that_they_were_merged(merged: tuple[Person, Person]) -> None:
    for person in merged:
        shown = words(signed_in(person).get("/worker/notices/"))
        assert "二つの技能者IDを、一つにまとめました" in shown


def test_days_that_went_over_to_the_main_are_not_told_as_lost(merged: tuple[Person, Person]) -> None:
    Affect.objects.update(settled_at=AT)
    RecordChange.objects.create(
        worker=merged[0].worker.pk, work_on=date(2026, 11, 16), place=1, before=0, changed_at=AT
    )
    assert tell_changes(at=AT) == 1
    assert not Notice.objects.filter(source__startswith="record_change").exists()


def test_nobody_is_sent_through_the_first_steps_of_a_merged_id(merged: tuple[Person, Person]) -> None:
    title = "最初に行っていただきたいこと"
    assert [title in words(signed_in(person).get("/worker/")) for person in merged] == [False, True]
