"""添付書類: put in, turned, blacked out, refused at the field, seen by its owner only; EVID-01 to EVID-06."""

import io
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ccus.domain.applications.actions.approval import approve
from ccus.domain.applications.models import Application, DraftSection
from ccus.domain.evidence.models import Evidence
from tests.factories import applications as made
from tests.factories.evidence import photo
from tests.portals.filing import desk
from tests.sealed import get_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> desk.Desk:
    return desk.of_applicant()


@pytest.fixture
def address(me: desk.Desk) -> str:
    return f"{me.started('registration', 'simple')}identity/"


def file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("menkyo.jpg", content, content_type="image/jpeg")


def put_in(me: desk.Desk, address: str, content: bytes | None = None) -> str:
    """The key of an image that was put in."""
    sent = photo() if content is None else content
    me.post(address, **{"kind": "driving_licence", "front-file": file(sent)}, version="0", act="upload:front")
    kept = DraftSection.objects.get(section="identity").rows[0]["raw"]["front"]
    assert isinstance(kept, str)
    return kept


def seen(me: desk.Desk, key: str) -> Image.Image:
    answer = get_file(me.client, f"/filing/images/{key}/")
    assert answer.status_code == 200
    return Image.open(io.BytesIO(answer.content))


def test_an_image_is_put_in_and_shown_with_its_buttons(me: desk.Desk, address: str) -> None:
    key = put_in(me, address)
    words = me.get(address)
    assert f"/filing/images/{key}/?preview=1" in words
    assert [button in words for button in ("turn:front", "mask:front", "discard:front")] == [True] * 3


def test_what_else_was_typed_is_kept_when_an_image_is_refused(me: desk.Desk, address: str) -> None:
    form = {"kind": "passport", "front-file": file(b"%PDF-1.7 no image")}
    answer = me.post(address, **form, version="0", act="upload:front")
    assert answer.status_code == 422
    assert 'id="id_front_error"' in answer.content.decode()
    assert DraftSection.objects.get().rows[0]["raw"]["kind"] == "passport"


def test_an_empty_file_is_refused_in_words(me: desk.Desk, address: str) -> None:
    answer = me.post(address, **{"front-file": file(b"")}, version="0", act="upload:front")
    assert 'id="id_front_error"' in answer.content.decode()


def test_a_chosen_image_goes_up_with_any_button(me: desk.Desk, address: str) -> None:
    form = {"kind": "driving_licence", "front-file": file(photo())}
    assert me.post(address, **form, version="0", act="next").status_code == 302
    assert Evidence.objects.count() == 1


def test_an_image_is_turned_to_the_right(me: desk.Desk, address: str) -> None:
    key = put_in(me, address)
    me.post(address, kind="driving_licence", front=key, version="1", act="turn:front")
    assert seen(me, key).size == (600, 800)


def test_ticked_cells_are_black_for_good(me: desk.Desk, address: str) -> None:
    key = put_in(me, address)
    assert "上から1段目、左から1番目を塗る" in me.get(f"{address}1/front/mask/")
    answer = me.post(f"{address}1/front/mask/", cell=["0"], boxes="")
    assert answer["Location"] == f"{address}#id_front"
    assert max(seen(me, key).convert("RGB").getpixel((20, 20))) < 12  # type: ignore[arg-type]


def test_drawn_boxes_are_black_too(me: desk.Desk, address: str) -> None:
    key = put_in(me, address)
    me.post(f"{address}1/front/mask/", boxes="500,500,1000,1000")
    assert max(seen(me, key).convert("RGB").getpixel((700, 500))) < 12  # type: ignore[arg-type]


def test_nothing_chosen_to_blacken_is_said(me: desk.Desk, address: str) -> None:
    put_in(me, address)
    answer = me.post(f"{address}1/front/mask/", boxes="")
    assert answer.status_code == 422
    assert "塗れませんでした" in answer.content.decode()


def test_an_image_that_is_taken_away_is_gone(me: desk.Desk, address: str) -> None:
    key = put_in(me, address)
    me.post(address, kind="driving_licence", front=key, version="1", act="discard:front")
    assert not Evidence.objects.exists()
    assert key not in me.get(address)


def test_an_image_is_private_and_never_stored(me: desk.Desk, address: str) -> None:
    answer = get_file(me.client, f"/filing/images/{put_in(me, address)}/")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_nobody_else_sees_it(me: desk.Desk, address: str) -> None:
    key = put_in(me, address)
    for other in (desk.of_applicant(), desk.of_worker()):
        assert get_file(other.client, f"/filing/images/{key}/").status_code == 404


def test_somebody_elses_image_cannot_be_turned_by_its_key(me: desk.Desk, address: str) -> None:
    key = put_in(me, address)
    other = desk.of_applicant()
    theirs = f"{other.started('registration', 'simple')}identity/"
    answer = other.post(theirs, front=key, version="0", act="turn:front")
    assert answer.status_code == 422
    assert Evidence.objects.get(key=UUID(key)).width == 800


def test_a_worker_still_sees_what_was_filed_before_there_was_an_id() -> None:
    case = made.in_review()
    approve(number=case.number, by=made.reviewer(case), at=made.AT)
    applicant = made.fresh(case).applicant
    assert applicant is not None
    front = made.fresh(case).submissions.get().contents["identity"][0]["values"]["front"]
    assert applicant.worker is not None
    held = desk.of_worker(applicant.worker)
    assert get_file(held.client, f"/filing/images/{front}/").status_code == 200
    assert front in held.get(f"{desk.filed_at(case)}filed/")


def test_an_image_of_somebody_else_is_not_there_to_be_blacked_out(me: desk.Desk, address: str) -> None:
    theirs = made.image(desk.of_applicant().actor)
    case = Application.objects.get()
    made.write(case, {"identity": {"kind": "driving_licence", "front": theirs}}, by=me.actor)
    assert me.client.get(f"{address}1/front/mask/").status_code == 404
