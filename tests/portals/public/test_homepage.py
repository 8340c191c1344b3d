"""The homepage and the pages around it: G00-2 to G00-5, G04-2, G06-1, G12-4, G15-7."""

import re
from datetime import date, timedelta
from gzip import compress

import pytest
from django.test import Client, override_settings

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.notices.actions import announce, withdraw_announcement
from ccus.domain.notices.reading import announcements
from ccus.foundation import clock
from ccus.foundation.env import REPOSITORY
from ccus.portals.public.guide.view import CHAPTERS

pytestmark = pytest.mark.django_db
PAGES = (
    "/",
    "/guide/",
    "/announcements/",
    "/contact/",
    "/privacy/",
    "/terms/",
    "/accessibility/",
    "/register/",
)


def text(client: Client, path: str = "/") -> str:
    """What a page says, without its marks."""
    return re.sub(r"<[^>]+>", "", client.get(path).content.decode())


def announced(title: str, from_on: date | None = None, until_on: date | None = None) -> int:
    announce(
        title=title, body="お知らせの本文です。", from_on=from_on or clock.today(), until_on=until_on,
        by=SYSTEM, at=clock.now(),
    )  # fmt: skip
    return announcements(date(2030, 1, 1), 1)[0].id


@pytest.mark.parametrize("path", PAGES)
def test_the_contact_centre_stands_on_every_page(client: Client, path: str) -> None:
    shown = text(client, path)
    for said in (
        "お問い合わせセンター",
        "03-6386-3725",
        "otoiawase@mail.ccus.jp",
        "9時～17時（土日・祝日、年末年始を除く）",
    ):
        assert said in shown


def test_the_homepage_leads_to_the_sign_in_and_to_the_registration(client: Client) -> None:
    page = client.get("/").content.decode()
    assert 'href="/worker/sign-in/"' in page
    assert 'href="/register/"' in page


def test_the_first_steps_stand_in_the_words_of_the_guide(client: Client) -> None:
    shown = text(client)
    assert "技能者情報新規登録完了のお知らせが届きましたら、下記の1から4を行ってください。" in shown
    assert (
        "登録申請時の内容と異なる箇所がありましたら、建設キャリアアップシステムお問い合わせセンターへお問い合わせください。"
        in shown
    )
    assert "一部、非開示にできない情報もあります。" in shown


def test_the_guides_number_and_its_search_words_are_named(client: Client) -> None:
    shown = text(client)
    assert "CUPRG_201904_02" in shown
    assert re.search(r"建設キャリアアップシステム\s*検索", shown)


@override_settings(PUBLIC_URL="https://portal.example")
def test_the_code_for_telephones_holds_the_own_address_beside_it_in_letters(client: Client) -> None:
    page = client.get("/").content.decode()
    assert re.search(r'<svg[^>]*class="qr__code"', page)
    assert 'fill="#fff"' in page
    assert '<a class="num" href="https://portal.example/">https://portal.example/</a>' in page


def test_both_figures_of_the_guide_say_in_words_what_they_show(client: Client) -> None:
    page = client.get("/guide/").content.decode()
    assert "<title" in page
    assert "図：登録した情報の取り扱い" in page
    assert "図：カードリーダーを備えた現場の運用イメージ" in page


def test_the_table_of_who_sees_what_is_the_matrix_itself(client: Client) -> None:
    shown = re.sub(r"\s+", "", text(client, "/guide/"))
    assert "緊急連絡先○見られる○見られる○見られる－見られない○見られる" in shown
    assert "閲覧の記録○見られる－見られない－見られない－見られない○見られる" in shown


def test_without_announcements_the_homepage_says_so(client: Client) -> None:
    assert "お知らせは、まだありません" in text(client)


def test_an_announcement_stands_on_the_homepage_in_the_list_and_on_its_own(client: Client) -> None:
    number = announced("年末年始のお問い合わせについて")
    assert "年末年始のお問い合わせについて" in text(client)
    assert "年末年始のお問い合わせについて" in text(client, "/announcements/")
    assert "お知らせの本文です。" in text(client, f"/announcements/{number}/")


def test_an_announcement_of_tomorrow_has_no_page_today(client: Client) -> None:
    number = announced("あしたのお知らせ", clock.today() + timedelta(days=1))
    assert client.get(f"/announcements/{number}/").status_code == 404
    assert "あしたのお知らせ" not in text(client)


def test_an_announcement_that_was_taken_down_has_no_page(client: Client) -> None:
    number = announced("まちがい")
    withdraw_announcement(announcement=number, by=SYSTEM, at=clock.now())
    assert client.get(f"/announcements/{number}/").status_code == 404


def test_the_list_goes_on_page_by_page(client: Client) -> None:
    for n in range(21):
        announced(f"お知らせ{n:02d}")
    assert "前のお知らせ" in text(client, "/announcements/")
    assert "お知らせ00" in text(client, "/announcements/?page=2")


def test_the_guides_chapters_stand_in_its_order(client: Client) -> None:
    page = client.get("/guide/").content.decode()
    chapters = [page.index(f'id="{key}"') for key, _ in CHAPTERS]
    assert chapters == sorted(chapters)


@pytest.mark.parametrize("page", ["0", "-1", "x", "９", "99999999999999999999"])
def test_a_strange_page_of_the_list_is_answered_calmly(client: Client, page: str) -> None:
    assert client.get("/announcements/", {"page": page}).status_code == 200


def test_what_is_not_open_yet_says_so_until_the_office_opens_it(client: Client) -> None:
    assert "「削除申請」" not in text(client, "/guide/")
    set_opening(feature=Feature.WITHDRAWAL, opens_on=clock.today(), by=SYSTEM, at=clock.now())
    assert "「削除申請」" in text(client, "/guide/")


@override_settings(CONTACT_OPERATOR="一般財団法人みほん")
@pytest.mark.parametrize("path", ["/privacy/", "/terms/", "/"])
def test_the_operator_is_named_out_of_the_settings(client: Client, path: str) -> None:
    assert "一般財団法人みほん" in text(client, path)


@pytest.mark.parametrize("path", ["/", "/guide/"])
def test_a_page_and_its_styles_are_light(client: Client, path: str) -> None:
    page = client.get(path, headers={"Accept-Encoding": "gzip"})
    styles = (REPOSITORY / "ccus" / "ui" / "static" / "ui" / "css").rglob("*.css")
    vendored = (REPOSITORY / "ccus" / "ui" / "vendor").rglob("*.css")
    travelling = [len(compress(style.read_bytes())) for style in (*styles, *vendored)]
    assert page.headers["Content-Encoding"] == "gzip"
    assert len(page.content) + sum(travelling) < 60_000
