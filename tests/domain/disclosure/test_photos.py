"""登録された画像 are given out by the rules of their item (DISC-08)."""

import uuid
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.matrix import MATRIX
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.policies import ReasonMissing
from ccus.domain.disclosure.terms import Purpose, Relation, Shown
from ccus.domain.disclosure.traces import Look, leave
from ccus.domain.workers.terms import Item
from tests.factories.marked import Marked, marked_worker, picture
from tests.factories.officers import officer
from tests.factories.personas import firm, person
from tests.factories.workers import worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def marked() -> Marked:
    return marked_worker()


@pytest.fixture
def office() -> Actor:
    return officer(Duty.REVIEW).actor


def words_of(
    actor: Actor, marked: Marked, key: uuid.UUID, purpose: Purpose, at: datetime, reason: str = ""
) -> str:
    """The words that the picture holds; none where there is no picture."""
    found = picture_of(actor, marked.worker.pk, key, purpose=purpose, reason=reason, at=at)
    return str(Image.open(BytesIO(found)).info["comment"].decode()) if found else ""


def test_the_worker_sees_the_own_pictures_without_a_trace(marked: Marked, at: datetime) -> None:
    me = person(marked.worker)
    words = [words_of(me, marked, key, Purpose.OWN, at) for key in marked.pictures]
    assert words == ["刻印の顔写真", "刻印の証書一", "刻印の証書二"]
    assert not DisclosureTrace.objects.exists()


def test_another_worker_and_another_firm_get_no_picture(marked: Marked, at: datetime) -> None:
    assert words_of(person(worker()), marked, marked.pictures[0], Purpose.OWN, at) == ""
    assert words_of(firm(marked.employer), marked, marked.pictures[0], Purpose.OWN, at) == ""


def test_a_picture_that_is_no_registered_fact_is_not_given_out(marked: Marked, at: datetime) -> None:
    typed_in = picture("申請の途中", owner=str(person(marked.worker)))
    me = person(marked.worker)
    assert words_of(me, marked, typed_in.key, Purpose.OWN, at) == ""
    assert words_of(me, marked, uuid.uuid4(), Purpose.OWN, at) == ""


def test_the_employer_gets_no_picture_of_an_item_that_is_hidden(
    marked: Marked, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(MATRIX[Item.QUALIFICATIONS], Relation.EMPLOYER, Shown.SWITCHABLE)
    employer = firm(marked.employer)
    assert words_of(employer, marked, marked.pictures[1], Purpose.ROSTER, at) == ""
    assert words_of(employer, marked, marked.pictures[0], Purpose.ROSTER, at) == "刻印の顔写真"


def test_the_office_gives_a_reason_for_a_picture_alone(marked: Marked, office: Actor, at: datetime) -> None:
    with pytest.raises(ReasonMissing):
        words_of(office, marked, marked.pictures[0], Purpose.REVIEW, at)
    assert words_of(office, marked, marked.pictures[0], Purpose.REVIEW, at, "申請の確認") == "刻印の顔写真"
    assert DisclosureTrace.objects.get().items == [Item.NAME]


@pytest.mark.parametrize(("minutes", "is_shown"), [(0, True), (59, True), (61, False)])
def test_the_pictures_of_a_page_belong_to_its_trace_for_an_hour(
    minutes: int, is_shown: bool, marked: Marked, office: Actor, at: datetime
) -> None:
    page = Look(marked.worker.pk, Relation.OPERATOR, {Item.QUALIFICATIONS})
    leave(office, [page], purpose=Purpose.REVIEW, reason="審査", at=at - timedelta(minutes=minutes))
    if is_shown:
        assert words_of(office, marked, marked.pictures[1], Purpose.REVIEW, at) == "刻印の証書一"
    else:
        with pytest.raises(ReasonMissing):
            words_of(office, marked, marked.pictures[1], Purpose.REVIEW, at)
    assert DisclosureTrace.objects.count() == 1
