"""画像の追加・回転・黒ぬり・削除・提出 (EVID-05 to EVID-10)."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from PIL import ImageDraw

from ccus.domain.audit.models import Event
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.evidence import rules
from ccus.domain.evidence.actions import discard, keep, mask, turn, upload
from ccus.domain.evidence.models import Evidence
from ccus.domain.evidence.policies import AlreadyKept, EvidenceUnknown, MaskImpossible, TooManyWaiting
from ccus.domain.evidence.reading import described, file_of
from ccus.domain.evidence.terms import Box, Purpose
from tests.domain.retention.carried import carried
from tests.factories.evidence import UPLOADED_AT, drawn, evidence, opened, photo, saved

ME, OTHER = Actor(ActorKind.WORKER, 1), Actor(ActorKind.WORKER, 2)
LEFT_HALF = Box(0, 0, 500, 1000)
pytestmark = pytest.mark.django_db


def grey(held: Evidence, at: tuple[int, int], *, is_preview: bool = False) -> float:
    """The brightness of a pixel as it is held now."""
    jpeg = file_of(held.key, owner=str(ME), is_preview=is_preview)
    assert jpeg is not None
    seen = opened(jpeg).convert("L").getpixel(at)
    assert isinstance(seen, int | float)
    return seen


def test_an_upload_is_there_for_its_owner_alone(at: datetime) -> None:
    held = upload(data=photo(), purpose=Purpose.IDENTITY, by=ME, at=at)
    assert opened(file_of(held.key, owner=str(ME)) or b"").size == (800, 600)
    assert file_of(held.key, owner=str(OTHER)) is None
    assert file_of(uuid4(), owner=None) is None


def test_the_description_of_images_holds_no_bytes(at: datetime) -> None:
    held = evidence(ME)
    shown = described([held.key, uuid4()])
    assert list(shown) == [held.key]
    assert (shown[held.key].width, shown[held.key].is_masked, shown[held.key].is_kept) == (800, False, False)


def test_turning_brings_the_left_side_up(at: datetime) -> None:
    held = evidence(ME)
    turn(key=held.key, by=ME, at=at)
    held.refresh_from_db()
    assert (held.width, held.height) == opened(held.content).size == (600, 800)
    assert grey(held, (300, 50)) > grey(held, (300, 750)) + 30


def test_a_portrait_that_is_turned_keeps_the_shape_of_the_card(at: datetime) -> None:
    held = evidence(ME, Purpose.PORTRAIT)
    turn(key=held.key, by=ME, at=at)
    assert opened(file_of(held.key, owner=None) or b"").size == (600, 800)


@pytest.mark.parametrize("is_preview", [False, True])
def test_what_is_masked_is_black_and_the_rest_is_not(is_preview: bool, at: datetime) -> None:
    held = evidence(ME)
    side = 240 if is_preview else 400
    mask(key=held.key, boxes=[LEFT_HALF], by=ME, at=at)
    assert max(grey(held, (x, 100), is_preview=is_preview) for x in range(side)) <= 8
    assert grey(held, (side + 40, 100), is_preview=is_preview) > 20


def test_what_was_under_a_mask_exists_nowhere(at: datetime) -> None:
    before = evidence(ME)
    mask(key=before.key, boxes=[LEFT_HALF], by=ME, at=at)
    after = Evidence.objects.get()
    assert after.is_masked
    assert not {bytes(before.content), bytes(before.preview)} & {bytes(after.content), bytes(after.preview)}
    assert bytes(after.sha256) != bytes(before.sha256)


def test_two_papers_that_differ_below_the_mask_are_one_paper_afterwards(at: datetime) -> None:
    for number in ("12345678", "87654321"):
        paper = drawn()
        ImageDraw.Draw(paper).text((200, 200), number, fill=(255, 255, 255))
        held = upload(data=saved(paper), purpose=Purpose.INSURANCE, by=ME, at=at)
        mask(key=held.key, boxes=[Box(200, 200, 450, 500)], by=ME, at=at)
    assert len({bytes(held.content) + bytes(held.preview) for held in Evidence.objects.all()}) == 1


def test_a_mask_covers_the_pixels_that_it_touches(at: datetime) -> None:
    held = evidence(ME)
    mask(key=held.key, boxes=[Box(999, 999, 1000, 1000), Box(0, 0, 1, 1)], by=ME, at=at)
    assert grey(held, (799, 599)) <= 24 < grey(held, (760, 560))
    assert grey(held, (0, 0)) <= 45 < grey(held, (50, 50)) - 30


@pytest.mark.parametrize(
    "boxes",
    [
        [],
        [Box(0, 0, 0, 10)],
        [Box(10, 10, 5, 20)],
        [Box(-1, 0, 10, 10)],
        [Box(0, 0, 1001, 10)],
        [LEFT_HALF] * 51,
    ],
    ids=["none", "flat", "backwards", "left", "right", "many"],
)
def test_a_mask_outside_of_the_image_is_refused(boxes: list[Box], at: datetime) -> None:
    with pytest.raises(MaskImpossible):
        mask(key=evidence(ME).key, boxes=boxes, by=ME, at=at)


def test_what_is_removed_is_gone(at: datetime) -> None:
    held = evidence(ME)
    discard(key=held.key, by=ME, at=at)
    assert file_of(held.key, owner=None) is None


def test_nobody_touches_the_image_of_another(at: datetime) -> None:
    held = evidence(ME)
    for attempt in (turn, discard):
        with pytest.raises(EvidenceUnknown):
            attempt(key=held.key, by=OTHER, at=at)
    with pytest.raises(EvidenceUnknown):
        mask(key=held.key, boxes=[LEFT_HALF], by=OTHER, at=at)
    with pytest.raises(EvidenceUnknown):
        keep(keys=[held.key], by=OTHER, at=at)


def test_what_was_handed_in_is_changed_by_nobody(at: datetime) -> None:
    held = evidence(ME)
    keep(keys=[held.key], by=ME, at=at)
    for attempt in (turn, discard):
        with pytest.raises(AlreadyKept, match="もう申請に出されている"):
            attempt(key=held.key, by=ME, at=at)
    with pytest.raises(AlreadyKept):
        mask(key=held.key, boxes=[LEFT_HALF], by=ME, at=at)


def test_handing_in_again_changes_nothing(at: datetime) -> None:
    held = evidence(ME)
    for by, moment in ((ME, at), (ME, at + timedelta(days=1)), (OTHER, at + timedelta(days=2))):
        keep(keys=[held.key], by=by, at=moment)
    held.refresh_from_db()
    assert held.kept_at == at
    assert Event.objects.filter(act="evidence.image.kept").count() == 1


def test_an_image_that_does_not_exist_is_not_handed_in(at: datetime) -> None:
    held = evidence(ME)
    with pytest.raises(EvidenceUnknown):
        keep(keys=[held.key, uuid4()], by=ME, at=at)
    assert described([held.key])[held.key].is_kept is False


@pytest.mark.parametrize("change", [{"content": b"x"}, {"is_masked": True}, {"kept_at": None}], ids=str)
def test_the_database_keeps_what_was_handed_in(change: dict[str, object], at: datetime) -> None:
    held = evidence(ME)
    keep(keys=[held.key], by=ME, at=at)
    with pytest.raises(IntegrityError, match="said before and stays"), transaction.atomic():
        Evidence.objects.filter(pk=held.pk).update(**change)
    with pytest.raises(IntegrityError, match="was handed in and stays"), transaction.atomic():
        held.delete()


def test_one_person_holds_so_many_images_and_no_more(at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_WAITING", 2)
    first, _ = evidence(ME), evidence(ME)
    with pytest.raises(TooManyWaiting, match="2枚あります。1人2枚"):
        evidence(ME)
    keep(keys=[first.key], by=ME, at=at)
    evidence(ME)


def test_one_person_holds_so_many_bytes_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    held = evidence(ME)
    monkeypatch.setattr(rules, "MOST_WAITING_BYTES", 2 * len(held.content) - 1)
    evidence(OTHER)
    with pytest.raises(TooManyWaiting):
        evidence(ME)


def test_what_nobody_handed_in_is_forgotten_in_time(at: datetime) -> None:
    held, kept = evidence(ME), evidence(ME)
    keep(keys=[kept.key], by=ME, at=at)
    assert carried("unkept_images", UPLOADED_AT + timedelta(days=400)) == 0
    assert carried("unkept_images", UPLOADED_AT + timedelta(days=400, seconds=1)) == 1
    assert list(described([held.key, kept.key])) == [kept.key]


def test_the_audit_of_an_image_names_nobody_and_holds_no_picture(at: datetime) -> None:
    held = evidence(ME)
    mask(key=held.key, boxes=[LEFT_HALF], by=ME, at=at)
    details = Event.objects.filter(subject_kind="evidence", subject_id=held.pk).values_list(
        "detail", flat=True
    )
    assert list(details.order_by("pk")) == [{"purpose": "certificate"}, {"boxes": 1}]
