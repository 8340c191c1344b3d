"""A form that is sent after the session has ended: SIGN-10."""

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ccus.domain.applications.models import DraftSection
from ccus.entrance.sign_in.left import MOST_CHARACTERS, MOST_FIELDS
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
NEW = "9丁目9番9号 \"><script>alert('1')</script>"
SENT = {"act": "list", "version": "0", "postcode": "105-0001", "street": NEW}
HOME = "/filing/"
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)">')


def hidden(answer: cast.Answer) -> dict[str, str]:
    """What the page carries, as a browser reads it."""
    found = _HIDDEN.findall(answer.content.decode())
    return {html.unescape(name): html.unescape(value) for name, value in found}


def sign_in(
    client: Client, page: cast.Answer, who: cast.Person, password: str = cast.PASSWORD, **more: str
) -> cast.Answer:
    """At the page that came, with what it carries."""
    typed = {"login_id": who.number, "password": password}
    return client.post("/filing/sign-in/", {**hidden(page), **typed, **more})


def is_saved() -> bool:
    rows = [row for draft in DraftSection.objects.all() for row in draft.rows]
    return any(NEW in row["raw"].values() for row in rows)


@pytest.fixture
def mirai() -> cast.Person:
    return cast.settled()


@pytest.fixture
def contact(mirai: cast.Person) -> str:
    """The address of a section that 建設 未来 has begun."""
    started = cast.signed_in(mirai).post("/filing/start/", {"kind": "change", "grade": ""})
    return f"{started.headers['Location']}contact/"


@pytest.fixture
def late(client: Client, contact: str) -> cast.Answer:
    """What answers a browser whose session has ended."""
    return client.post(contact, SENT, headers={"Referer": f"http://testserver{contact}"})


def test_typed_text_survives_the_sign_in_and_is_saved(
    client: Client, mirai: cast.Person, contact: str, late: cast.Answer
) -> None:
    left = sign_in(client, late, mirai)
    assert (late.status_code, left.status_code) == (401, 200)
    assert f'action="{contact}"' in left.content.decode()
    assert hidden(left).items() >= SENT.items()
    assert client.post(contact, hidden(left)).status_code == 302
    assert is_saved()


def test_the_page_says_that_what_was_typed_is_kept(late: cast.Answer) -> None:
    words = late.content.decode()
    assert "ログインの時間が切れていました" in words
    assert "記入したものは、この画面が預かっています" in words
    assert "no-store" in late.headers["Cache-Control"]


def test_typed_text_survives_wrong_passwords_and_the_wait_after_them(
    client: Client, mirai: cast.Person, late: cast.Answer
) -> None:
    statuses = []
    for _ in range(6):
        late = sign_in(client, late, mirai, "not-the-password")
        statuses.append(late.status_code)
    assert statuses == [422] * 5 + [429]
    assert hidden(late)["left-street"] == NEW


def test_one_may_go_on_without_what_was_typed(client: Client, mirai: cast.Person, late: cast.Answer) -> None:
    left = sign_in(client, late, mirai)
    assert f'href="{hidden(late)["next"]}">保存しないで進む' in left.content.decode()
    assert not is_saved()


def test_a_second_press_of_the_sign_in_loses_nothing(
    client: Client, mirai: cast.Person, late: cast.Answer
) -> None:
    sign_in(client, late, mirai)
    assert hidden(sign_in(client, late, mirai))["street"] == NEW


def test_another_person_who_signs_in_can_save_nothing(
    client: Client, contact: str, late: cast.Answer
) -> None:
    left = sign_in(client, late, cast.settled("佐藤 健一", "サトウ ケンイチ"))
    assert client.post(contact, hidden(left)).status_code == 404
    assert not is_saved()


def test_a_new_password_is_never_carried_by_any_page(client: Client) -> None:
    typed = {"present": "a-secret-of-mine", "new": "a-secret-of-mine", "again": "a-secret-of-mine"}
    for side in ("worker", "filing", "office"):
        answer = client.post(f"/{side}/password/", typed)
        assert (answer.status_code, answer.headers["Location"][: len(side) + 1]) == (302, f"/{side}")


@pytest.mark.parametrize("name", ["password", "new_Password", "password1", "csrfmiddlewaretoken", "present"])
def test_secrets_are_not_among_what_is_carried(client: Client, contact: str, name: str) -> None:
    late = client.post(contact, {**SENT, name: "a-secret-of-mine"})
    assert b"a-secret-of-mine" not in late.content
    forged = client.post("/filing/sign-in/", {"left_to": contact, f"left-{name}": "a-secret-of-mine"})
    assert b"a-secret-of-mine" not in forged.content


def test_files_are_said_to_be_lost_and_are_not_carried(
    client: Client, mirai: cast.Person, contact: str
) -> None:
    late = client.post(contact, {**SENT, "image-file": SimpleUploadedFile("a.png", b"bytes-of-a-picture")})
    left = sign_in(client, late, mirai)
    assert "選んだファイル（画像など）は残せません" in late.content.decode()
    assert "選んだファイル（画像など）は残っていません" in left.content.decode()
    assert b"bytes-of-a-picture" not in late.content + left.content


@pytest.mark.parametrize(
    "huge",
    [{"street": "あ" * MOST_CHARACTERS}, {f"field{i}": "" for i in range(MOST_FIELDS + 1)}],
    ids=["too long", "too many"],
)
def test_huge_forms_lead_to_the_sign_in_as_before(client: Client, contact: str, huge: dict[str, str]) -> None:
    answer = client.post(contact, huge)
    assert answer.headers["Location"].startswith("/filing/sign-in/?next=")
    assert not hidden(client.post("/filing/sign-in/", {"left_to": contact, **_carried(huge)})).get("left_to")


def _carried(fields: dict[str, str]) -> dict[str, str]:
    return {f"left-{name}": value for name, value in fields.items()}


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_what_was_typed_is_sent_to_no_address_but_ours(
    client: Client, mirai: cast.Person, late: cast.Answer, to: str
) -> None:
    answer = sign_in(client, late, mirai, left_to=to, next=to)
    assert answer.headers["Location"] == "/worker/"


def test_the_way_on_without_it_leads_to_no_address_but_ours(
    client: Client, mirai: cast.Person, late: cast.Answer
) -> None:
    left = sign_in(client, late, mirai, next="https://evil.example/")
    assert "evil.example" not in left.content.decode()


def test_letters_that_mean_something_in_a_page_stay_letters(
    client: Client, mirai: cast.Person, contact: str
) -> None:
    late = client.post(contact, {NEW: NEW})
    left = sign_in(client, late, mirai)
    assert b"<script>alert" not in late.content + left.content
    assert (hidden(late)[f"left-{NEW}"], hidden(left)[NEW]) == (NEW, NEW)


@pytest.mark.parametrize("page", ["/worker/notices/reading/", "/office/announcements/new/"])
def test_workers_and_officers_are_kept_what_they_typed_too(client: Client, page: str) -> None:
    late = client.post(page, {"title": NEW})
    assert (late.status_code, hidden(late)["left-title"]) == (401, NEW)


def test_a_button_without_typed_text_leads_to_the_sign_in_as_before(client: Client) -> None:
    assert client.post("/filing/start/").headers["Location"] == "/filing/sign-in/?next=/filing/"
