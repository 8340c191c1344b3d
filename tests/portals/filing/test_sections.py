"""区分を書く: what is typed stays, right or wrong; APP-03, DATA-22, DATA-26."""

import json

import pytest

from ccus.domain.applications.models import DraftSection
from ccus.domain.applications.terms import ApplicationKind
from tests.factories import applications as made
from tests.portals.filing import desk

pytestmark = pytest.mark.django_db
LONG = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


@pytest.fixture
def me() -> desk.Desk:
    return desk.of_applicant()


@pytest.fixture
def address(me: desk.Desk) -> str:
    return me.started("registration", "simple")


def typed(section: str) -> dict[str, str]:
    """What is kept of the only row of a section."""
    raw: dict[str, str] = DraftSection.objects.get(section=section).rows[0]["raw"]
    return raw


def test_what_was_typed_wrong_is_kept_and_said_at_its_field(me: desk.Desk, address: str) -> None:
    answer = me.post(f"{address}contact/", **{**made.CONTACT, "phone": "090"}, version="0", act="next")
    words = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_phone"' in words
    assert 'value="090"' in words
    assert typed("contact")["phone"] == "090"


def test_whoever_only_wants_back_to_the_list_is_not_held(me: desk.Desk, address: str) -> None:
    answer = me.post(f"{address}contact/", phone="090", version="0", act="list")
    assert (answer.status_code, answer["Location"]) == (302, address)
    assert "直すところ 1件" in me.get(address)


def test_what_is_missing_is_said_only_to_whoever_goes_on(me: desk.Desk, address: str) -> None:
    assert "入力されていません" not in me.get(f"{address}name/")
    answer = me.post(f"{address}name/", official="山田", version="0", act="next")
    assert "フリガナが入力されていません。" in answer.content.decode()


def test_a_quiet_save_says_when_and_how_days_were_understood(me: desk.Desk, address: str) -> None:
    answer = me.post(f"{address}birth/", birth_on="H1.4.1", version="0", act="keep")
    kept = json.loads(answer.content)
    assert kept["words"] == "保存しました 12:00"
    assert kept["version"] == 1
    assert kept["echoes"] == {"id_birth_on_echo": "1989年4月1日（平成元年）"}


def test_a_name_of_forty_letters_comes_back_whole(me: desk.Desk, address: str) -> None:
    me.post(f"{address}name/", **{**made.NAME, "official": LONG}, version="0", act="list")
    assert f'value="{LONG}"' in me.get(f"{address}name/")


def test_a_postcode_puts_the_address_in_without_script(me: desk.Desk, address: str) -> None:
    answer = me.post(f"{address}contact/", postcode="105-0001", version="0", act="address:postcode")
    assert answer["Location"].endswith("#id_street")
    assert (typed("contact")["prefecture"], typed("contact")["town"]) == ("13", "港区虎ノ門")


def test_the_street_of_the_old_town_does_not_stay_in_the_new_one(me: desk.Desk, address: str) -> None:
    moved = {**made.CONTACT, "town": "川口市本町", "street": "1-2-3", "building": "はなコーポ"}
    me.post(f"{address}contact/", **{**moved, "postcode": "105-0001"}, version="0", act="address:postcode")
    kept = typed("contact")
    assert (kept["town"], kept.get("street", ""), kept.get("building", "")) == ("港区虎ノ門", "", "")


def test_asking_for_the_same_town_again_keeps_the_street(me: desk.Desk, address: str) -> None:
    here = {**made.CONTACT, "postcode": "105-0001", "town": "港区虎ノ門", "street": "1-2-3"}
    me.post(f"{address}contact/", **here, version="0", act="address:postcode")
    assert typed("contact")["street"] == "1-2-3"


def test_a_consent_that_is_missing_is_said_in_a_whole_sentence(me: desk.Desk, address: str) -> None:
    answer = me.post(f"{address}consent/", version="0", act="next")
    assert "「利用規約に同意する」に印がありません。" in answer.content.decode()


def test_whoever_has_written_nothing_has_done_nothing(me: desk.Desk, address: str) -> None:
    assert "必須 0 / 12" in me.get(address)


def test_nobody_is_asked_to_black_out_numbers_on_a_face(me: desk.Desk, address: str) -> None:
    assert "基礎年金番号" in me.get(f"{address}identity/")
    assert "基礎年金番号" not in me.get(f"{address}photo/")


def test_of_several_towns_one_is_chosen(me: desk.Desk, address: str) -> None:
    answer = me.post(f"{address}contact/", postcode="452-0961", version="0", act="address:postcode")
    assert "町を選んでください" in answer.content.decode()
    me.post(f"{address}contact/", postcode="452-0961", version="1", act="town:postcode:0")
    assert typed("contact")["town"].startswith("清須市")


def test_a_postcode_that_nobody_knows_leaves_the_address_to_be_typed(me: desk.Desk, address: str) -> None:
    answer = me.post(
        f"{address}contact/", postcode="999-9999", town="どこか", version="0", act="address:postcode"
    )
    assert "住所が見つかりません" in answer.content.decode()
    assert typed("contact")["town"] == "どこか"


def test_two_screens_are_shown_beside_each_other(me: desk.Desk, address: str) -> None:
    for version in ("0", "1"):
        me.post(f"{address}emergency/", person="ほかの画面", version=version, act="list")
    answer = me.post(f"{address}emergency/", person="この画面", version="1", act="next")
    words = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="この画面"' in words
    assert "<dd>ほかの画面</dd>" in words
    assert 'name="version" value="2"' in words


def test_a_quiet_save_never_overwrites_another_screen(me: desk.Desk, address: str) -> None:
    me.post(f"{address}emergency/", person="ほかの画面", version="0", act="list")
    answer = me.post(f"{address}emergency/", person="この画面", version="0", act="keep")
    assert answer.status_code == 409
    assert json.loads(answer.content)["stopped"]


@pytest.mark.parametrize("section", ["nowhere", "leaving"])
def test_a_section_that_is_not_asked_has_no_page(me: desk.Desk, address: str, section: str) -> None:
    assert me.client.get(f"{address}{section}/").status_code == 404


@pytest.mark.thorough
def test_every_section_of_every_kind_can_be_opened() -> None:
    for kind in ApplicationKind:
        case = made.opened(kind)
        who, there = desk.of_filer(case), desk.filed_at(case)
        for section in {part.key for part in desk.sections(case)}:
            assert "保存" in who.get(f"{there}{section}/") or "追加" in who.get(f"{there}{section}/")


@pytest.mark.parametrize(
    "act", ["mask:front", "mask:../x", "turn:person", "town:postcode:9", "address:x", "nonsense"]
)
def test_a_button_that_makes_no_sense_does_no_harm(me: desk.Desk, address: str, act: str) -> None:
    answer = me.post(f"{address}emergency/", person="山田", version="9" * 5000, act=act)
    assert answer.status_code in {302, 422}
    assert typed("emergency")["person"] == "山田"


def test_after_an_hour_the_sign_in_leads_back_to_the_same_page(me: desk.Desk, address: str) -> None:
    me.post(f"{address}emergency/", person="山田", version="0", act="keep")
    me.client.logout()
    answer = me.client.get(f"{address}emergency/")
    assert answer["Location"] == f"/filing/sign-in/?next={address}emergency/"
