"""現場の画面 (SITE-01 to SITE-04, SITE-13 to SITE-18)."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.companies.terms import Role
from ccus.domain.sites.models import Reader, Site, SiteContract, SitePartner, SitePost
from ccus.domain.sites.rules import token_hash
from tests.domain.companies.branches import Branches, held
from tests.factories import companies, seats, sites

LIST = "/company/sites/"
NEW = f"{LIST}new/"
SMALL = f"{LIST}small/"
TYPED = {
    "name": "未来タワー新築工事",
    "name_kana": "みらいたわー",
    "address": "東京都港区虎ノ門1-2-3",
    "from_on": "2026/12/1",
    "until_on": "2027/11/30",
    "act": "register",
}
TOKEN = re.compile(r"/gate/#token=([\w-]{43})")


@pytest.fixture
def own(firm: Branches) -> Site:
    """A site of 東京支店."""
    return sites.site(prime=firm.company, unit=firm.tokyo, name="虎ノ門ビル")


def words(client: Client, address: str, **query: str) -> str:
    return client.get(address, query).content.decode()


def typed(firm: Branches, **changes: str) -> dict[str, str]:
    return TYPED | {"manager": held(firm.chief).account.login_id} | changes


def page_of(site: Site, part: str = "") -> str:
    return f"{LIST}{site.number}/{part}"


def test_a_site_is_registered_and_its_number_is_said(chief: Client, firm: Branches) -> None:
    answer = chief.post(NEW, typed(firm), follow=True)
    site = Site.objects.get()
    assert "現場を登録しました。現場IDは" in answer.content.decode()
    assert (site.name_kana, site.unit, site.prime) == ("ミライタワー", None, firm.company)
    assert SitePost.objects.get(site=site).seat_id == firm.chief.seat


def test_what_was_typed_wrong_stays_in_the_form(chief: Client, firm: Branches) -> None:
    answer = chief.post(NEW, typed(firm, address="", until_on="2026/11/1", name="寿" * 121))
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "施工場所住所が入力されていません" in body
    assert 'value="' + "寿" * 121 + '"' in body
    assert not Site.objects.exists()


def test_a_period_that_ends_before_it_begins_is_said_at_its_field(chief: Client, firm: Branches) -> None:
    body = chief.post(NEW, typed(firm, until_on="2026/11/1")).content.decode()
    assert "就業履歴蓄積期間の終了日（2026年11月1日）が、開始日（2026年12月1日）より前です" in body


def test_contracts_are_added_one_by_one_and_empty_ones_are_none(chief: Client, firm: Branches) -> None:
    body = chief.post(NEW, typed(firm, act="more")).content.decode()
    assert "契約 1" in body
    assert 'value="未来タワー新築工事"' in body
    chief.post(NEW, typed(firm, contracts="2", c0_name="本体工事", c0_scale="地上10階"))
    assert SiteContract.objects.get().scale == "地上10階"


def test_a_contract_without_a_name_is_asked_for_one(chief: Client, firm: Branches) -> None:
    answer = chief.post(NEW, typed(firm, contracts="1", c0_client="未来不動産"))
    assert answer.status_code == 422
    assert "工事の名称が入力されていません" in answer.content.decode()


def test_a_tier_manager_registers_for_the_own_branch(manager: Client, firm: Branches) -> None:
    me = held(firm.manager).account.login_id
    manager.post(NEW, typed(firm, manager=me, unit=str(firm.tama.key)))
    assert Site.objects.get().unit == firm.tama
    answer = manager.post(NEW, typed(firm, manager=me, unit=str(firm.osaka.key)))
    assert answer.status_code == 422
    assert "一覧にないもの" in answer.content.decode()


def test_a_small_site_needs_three_fields_and_shows_its_gate_once(chief: Client, firm: Branches) -> None:
    typed_small = {"name": "山田様邸 水道修理", "address": "東京都北区1-1", "from_on": "2026/11/20"}
    body = chief.post(SMALL, typed_small).content.decode()
    token = TOKEN.search(body)
    site = Site.objects.get(is_small=True)
    assert token is not None
    assert bytes(Reader.objects.get(place=site.place).token_hash) == token_hash(token[1])
    assert site.periods.get().valid_until == date(2026, 11, 21)
    assert token[1] not in words(chief, page_of(site)) + words(chief, page_of(site, "readers/"))


def test_a_tier_manager_comes_from_the_list_to_a_small_site(manager: Client, firm: Branches) -> None:
    assert f'href="{SMALL}"' in words(manager, LIST)
    typed_small = {"name": "山田様邸 水道修理", "address": "東京都北区1-1", "from_on": "2026/11/20"}
    assert "この電話で読み取る" in manager.post(SMALL, typed_small).content.decode()
    assert Site.objects.get(is_small=True).unit == firm.tokyo


def test_the_same_small_site_is_not_made_twice_by_a_reload(chief: Client, firm: Branches) -> None:
    typed_small = {"name": "山田様邸", "address": "東京都北区1-1", "from_on": "2026/11/20"}
    chief.post(SMALL, typed_small)
    answer = chief.post(SMALL, typed_small)
    assert answer.status_code == 422
    assert "すでに登録されています" in answer.content.decode()
    assert Site.objects.count() == 1


def test_a_change_of_the_period_shows_what_it_does_before_it_is_done(chief: Client, own: Site) -> None:
    days = {"from_on": "2026/3/1", "until_on": "2027/2/28"}
    body = chief.post(page_of(own, "period/"), days).content.decode()
    assert "入る日：" in body
    assert "2026年3月1日から2026年3月31日まで" in body
    assert "外れる日：" in body
    assert own.periods.count() == 1
    chief.post(page_of(own, "period/"), days | {"change": "1"})
    assert own.periods.get(superseded_at=None).valid_from == date(2026, 3, 1)


def test_days_after_their_deadline_cannot_fall_out(chief: Client, own: Site) -> None:
    answer = chief.post(page_of(own, "period/"), {"from_on": "2026/5/1", "until_on": "", "change": "1"})
    assert answer.status_code == 422
    assert "締切を過ぎた日です" in answer.content.decode()


def test_a_site_is_edited_in_place(chief: Client, own: Site, firm: Branches) -> None:
    values = {
        "name": "虎ノ門ビル 改修",
        "name_kana": "トラノモン",
        "address": "港区",
        "unit": str(firm.osaka.key),
    }
    chief.post(page_of(own, "edit/"), values | {"corins": "１２３４-５"})
    own.refresh_from_db()
    assert (own.name, own.unit, own.corins) == ("虎ノ門ビル 改修", firm.osaka, "1234-5")


def test_a_contract_is_added_changed_and_removed(chief: Client, own: Site) -> None:
    chief.post(page_of(own, "contracts/new/"), {"name": "外構工事", "from_on": "2026/12/1"})
    contract = SiteContract.objects.get()
    address = page_of(own, f"contracts/{contract.key}/")
    assert 'value="2026-12-01"' in words(chief, address)
    chief.post(address, {"name": "外構工事その2", "act": "save"})
    changed = SiteContract.objects.get(removed_at=None)
    assert chief.get(address).status_code == 404
    chief.post(page_of(own, f"contracts/{changed.key}/"), {"act": "remove"})
    assert not SiteContract.objects.filter(removed_at=None).exists()


def test_a_partner_views_the_site_and_changes_nothing(chief: Client, own: Site, firm: Branches) -> None:
    partner = seats.seat(companies.company(name="鈴木組"))
    add = {"company": partner.company_number, "from_on": "2026/11/20"}
    chief.post(page_of(own, "partners/"), add)
    their = seats.client_of(partner)
    assert "共同企業体の構成員" in words(their, page_of(own))
    assert "虎ノ門ビル" in words(their, LIST, **{"as": "partner"})
    assert their.get(page_of(own, "edit/")).status_code == 404
    chief.post(page_of(own, f"partners/{partner.company_number}/end/"))
    assert their.get(page_of(own)).status_code == 404
    assert not SitePartner.objects.filter(superseded_at=None).exists()


def test_a_partner_nobody_knows_is_refused_with_what_was_typed(chief: Client, own: Site) -> None:
    answer = chief.post(page_of(own, "partners/"), {"company": "12345678901222", "from_on": "2026/11/20"})
    assert answer.status_code == 422
    assert 'value="12345678901222"' in answer.content.decode()


def test_a_reader_is_put_up_shown_once_and_stopped(chief: Client, own: Site) -> None:
    body = chief.post(page_of(own, "readers/"), {"name": "正門"}).content.decode()
    reader = Reader.objects.get()
    assert TOKEN.search(body)
    assert "<svg" in body
    chief.post(page_of(own, f"readers/{reader.key}/stop/"))
    again = chief.post(page_of(own, f"readers/{reader.key}/stop/"))
    assert again.status_code == 422
    assert "すでに停止しています" in again.content.decode()


def test_the_sheet_for_the_door_leads_to_what_everybody_may_know(chief: Client, own: Site) -> None:
    assert "<svg" in words(chief, page_of(own, "door/"))
    public = words(Client(), f"/site/{own.number}/")
    assert all(word in public for word in ("虎ノ門ビル", "佐藤建設", "東京都港区見本1-2-3"))
    assert Client().get("/site/12345678901223/").status_code == 404


def test_a_site_manager_reaches_the_given_sites_and_registers_none(
    chief: Client, own: Site, firm: Branches
) -> None:
    person = seats.seat(firm.company, Role.SITE_MANAGER, name="現場 一郎")
    site_manager = seats.client_of(person)
    assert site_manager.get(page_of(own)).status_code == 404
    login_id = held(person).account.login_id
    chief.post(page_of(own, "people/"), {"seat": login_id, "post": "manager", "from_on": "2026/11/20"})
    assert "虎ノ門ビル" in words(site_manager, LIST)
    assert site_manager.get(page_of(own, "edit/")).status_code == 200
    assert site_manager.get(NEW).status_code == 403
    assert site_manager.get(page_of(own, "people/")).status_code == 403


def test_a_site_viewer_only_looks(chief: Client, own: Site, firm: Branches) -> None:
    person = seats.seat(firm.company, Role.SITE_VIEWER, name="見学 次郎")
    post = {"seat": held(person).account.login_id, "from_on": "2026/11/20"}
    assert chief.post(page_of(own, "people/"), post | {"post": "manager"}).status_code == 422
    chief.post(page_of(own, "people/"), post | {"post": "viewer"})
    viewer = seats.client_of(person)
    assert viewer.get(page_of(own)).status_code == 200
    assert viewer.get(page_of(own, "edit/")).status_code == 403


def test_a_clerk_has_no_business_at_sites(firm: Branches) -> None:
    clerk = seats.client_of(seats.seat(firm.company, Role.PROXY_CLERK))
    assert clerk.get(LIST).status_code == 403


def test_a_tier_manager_sees_the_own_branch_alone(manager: Client, own: Site, firm: Branches) -> None:
    osaka = sites.site(prime=firm.company, unit=firm.osaka, name="梅田ビル")
    body = words(manager, LIST)
    assert "虎ノ門ビル" in body
    assert "梅田ビル" not in body
    assert manager.get(page_of(osaka)).status_code == 404


@pytest.mark.parametrize(
    "text", ["虎ノ門", "とらのもん", "見本1-2", "NUMBER", "13101012345000", "第R08確認001"]
)
def test_a_site_is_found_by_name_reading_address_and_every_number(
    chief: Client, firm: Branches, text: str
) -> None:
    site = sites.site(
        prime=firm.company,
        name="虎ノ門ビル",
        name_kana="トラノモンビル",
        labour_insurance="13101012345000",
        building_confirmation="第R08確認001",
    )
    sites.site(prime=firm.company, name="別の現場", address="大阪市")
    body = words(chief, LIST, q=text.replace("NUMBER", site.number))
    assert "虎ノ門ビル" in body
    assert "別の現場" not in body


def test_a_site_of_others_is_found_by_a_whole_number_only(chief: Client) -> None:
    other = sites.site(prime=companies.company(name="他社"), name="よその現場", corins="1234567890")
    assert "よその現場" not in words(chief, LIST, q="よその")
    assert "よその現場" not in words(chief, LIST, q="123456789")
    assert f"/site/{other.number}/" in words(chief, LIST, q="1234567890")
    assert chief.get(page_of(other)).status_code == 404


def test_a_firm_of_the_structure_sees_the_site_without_its_contracts(own: Site, chief: Client) -> None:
    chief.post(page_of(own, "contracts/new/"), {"name": "秘密の契約"})
    firm_below = companies.company()
    sites.spot(own, firm_below, sites.prime_spot(own))
    their = seats.client_of(seats.seat(firm_below))
    assert "虎ノ門ビル" in words(their, LIST, **{"as": "member"})
    body = words(their, page_of(own))
    assert "秘密の契約" not in body
    assert "カードリーダー" not in body


def test_fifty_sites_stand_on_a_page_and_the_next_begin_after_them(chief: Client, firm: Branches) -> None:
    made = [sites.site(prime=firm.company, name=f"現場{n:03}号") for n in range(53)]
    first = words(chief, LIST)
    assert first.count("号</a>") == 50
    after = words(chief, LIST, after=made[3].number)
    assert after.count("号</a>") == 3


def test_the_list_asks_the_same_however_many_sites_there_are(chief: Client, firm: Branches) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            chief.get(LIST, {"q": "現場"})
        return len(queries)

    sites.site(prime=firm.company)
    few = asked()
    for _ in range(20):
        sites.site(prime=firm.company)
    assert asked() == few


@pytest.mark.parametrize("who", ["prime", "member", "partner"])
def test_every_way_of_a_sites_page_opens(who: str, chief: Client, own: Site) -> None:
    other = companies.company()
    if who == "member":
        sites.spot(own, other, sites.prime_spot(own))
    elif who == "partner":
        chief.post(page_of(own, "partners/"), {"company": other.number, "from_on": "2026/11/20"})
    browser = chief if who == "prime" else seats.client_of(seats.seat(other))
    toc = re.search(r'<nav class="toc".*?</nav>', words(browser, page_of(own)), re.DOTALL)
    assert toc is not None
    ways = re.findall(r'href="([^"]+)"', toc[0])
    assert {way: browser.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)


def test_a_sites_page_asks_the_same_however_much_belongs_to_it(chief: Client, own: Site) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            chief.get(page_of(own))
        return len(queries)

    chief.post(page_of(own, "contracts/new/"), {"name": "本体工事"})
    few = asked()
    for number in range(20):
        sites.reader(own, token=f"端末{number}")
        chief.post(page_of(own, "contracts/new/"), {"name": f"工事{number}"})
    assert asked() == few


def test_a_firm_that_is_prime_nowhere_begins_with_the_sites_it_takes_part_in(own: Site) -> None:
    below = companies.company()
    sites.spot(own, below, sites.prime_spot(own))
    their = seats.client_of(seats.seat(below))
    assert "虎ノ門ビル" in words(their, LIST)
    assert "虎ノ門ビル" not in words(their, LIST, **{"as": "prime"})
