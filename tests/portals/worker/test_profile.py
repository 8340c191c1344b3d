"""技能者情報: G10-1 to G11-3, PORTAL-10 to PORTAL-16."""

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.applications.reading import filed_by
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registered import change_fact, remove_fact
from ccus.domain.workers.blocks.catalogue import CATALOGUE
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.domain.workers.registered import registered as facts_of
from ccus.foundation import clock as clocks
from ccus.foundation.clock import JST
from ccus.portals.worker.profile.parts import PARTS, PAST_EMPLOYERS
from tests.documents.papers import HOSTILE, pages
from tests.factories import applications
from tests.portals.worker import cast, registered
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
PAGE = "/worker/profile/"
REGISTERED = (
    ("性別・国籍・在留資格", ("男", "ベトナム", "特定技能1号", "2028年3月31日")),
    ("生年月日", ("1989年4月1日", "登録したあとは変えられません")),
    ("血液型", ("AB型", "Rh+")),
    (
        "連絡先",
        ("〒105-0001", "東京都", "港区虎ノ門", "4丁目1番1号", "090-1234-5678", "mirai@example.jp"),
    ),
    ("緊急連絡先", ("建設 花子", "妻", "090-8765-4321")),
    ("所属事業者", ("株式会社ものすごくながいなまえの鉄筋工業東日本支店", "主たる所属", "2024年4月1日")),
    ("社会保険", ("建設国保", "厚生年金", "未加入", "7391")),
    ("退職金共済", ("12-345678", "いいえ")),
    ("健康診断", ("2026年6月1日", "128", "79")),
    ("特殊健康診断", ("じん肺健康診断",)),
    ("職種", ("鉄筋工",)),
    ("経験", ("15", "鉄筋工として")),
    ("指定学科の学歴", ("未来工業高等学校", "建築科", "2008年3月1日")),
    ("登録基幹技能者資格", ("登録鉄筋基幹技能者", "第10-0001号", "2029年1月31日")),
    ("研修受講履歴", ("職長・安全衛生責任者教育", "建設業労働災害防止協会", "2022年5月10日")),
    ("表彰履歴", ("優秀施工者国土交通大臣顕彰", "国土交通省", "2024年10月1日")),
)
"""Block → what stands in it, of somebody of whom everything is registered."""


def profile(person: cast.Person, **asked: str) -> str:
    return cast.signed_in(person).get(PAGE, asked).content.decode()


def paper(person: cast.Person, **asked: str) -> str:
    return " ".join(pages(get_file(cast.signed_in(person), f"{PAGE}profile.pdf?{urlencode(asked)}").content))


def after(page: str, title: str) -> str:
    """What stands below the heading of a block, up to the next one."""
    return re.split(rf'<h3 id="[a-z_]+-title">{title}(?=<| <)', page)[1].partition("<h3")[0]


def moved_house(person: cast.Person, clock: time_machine.Traveller) -> None:
    """In 港区 first, in 大田区 since 2026-12-01; afterwards it is 2027."""
    registered.contact(person)
    (row,) = facts_of(person.worker.pk, on=clocks.today(), keys=["contact"])["contact"]
    clock.move_to(datetime(2027, 1, 15, 12, tzinfo=JST))
    changed = {**row.values, "town": "大田区蒲田", "since": "2026-12-01"}
    at = clocks.now()
    change_fact(worker=person.worker, key="contact", base=row.id, values=changed, by=SYSTEM, at=at)


def test_a_stranger_sees_neither_page_nor_paper_nor_image(client: Client) -> None:
    for page in ("", "profile.pdf", f"images/{uuid4()}/"):
        assert client.get(PAGE + page).headers["Location"].startswith("/worker/sign-in/?next=")


def test_the_menu_and_the_home_page_lead_to_the_registered_information() -> None:
    page = cast.signed_in(cast.settled()).get("/worker/").content.decode()
    assert '<a href="/worker/profile/">' in page
    assert '<a class="btn btn--fill" href="/worker/profile/">登録情報詳細</a>' in page


def test_every_block_of_the_catalogue_stands_on_the_page() -> None:
    shown = {block for part in PARTS for block in part.blocks} | {"photo"}
    assert shown == {registered.block.key for registered in CATALOGUE} | {PAST_EMPLOYERS}


def test_the_parts_of_the_page_bear_the_names_of_the_guide() -> None:
    page = profile(cast.settled())
    for title in (
        *("本人情報", "所属事業者情報", "社会保険情報", "健康診断情報", "研修受講履歴情報", "資格情報"),
        *("職種情報", "登録基幹技能者資格", "保有資格", "表彰履歴"),
    ):
        assert f'-title">{title}' in page


def test_what_is_registered_stands_in_its_block_and_on_the_paper() -> None:
    mirai = cast.settled()
    registered.everything(mirai)
    page, printed = profile(mirai), paper(mirai)
    for block, words in REGISTERED:
        assert [word for word in words if word not in after(page, block)] == []
        assert [word for word in words if word not in printed] == []


def test_each_form_of_the_name_stands_with_the_document_it_came_from() -> None:
    mirai = cast.settled(native="Nguyễn Văn Anh", alias="ミライ", roman="NGUYEN VAN ANH")
    (row,) = facts_of(mirai.worker.pk, on=clocks.today(), keys=["name"])["name"]
    sources = {"official_source": "residence_card", "roman_source": "passport", "alias_source": "own_word"}
    at, values = clocks.now(), {**row.values, **sources, "since": "2026-11-20"}
    change_fact(worker=mirai.worker, key="name", base=row.id, values=values, by=SYSTEM, at=at)
    names = after(profile(mirai), "氏名")
    for words in ("建設 未来", "ケンセツ ミライ", "NGUYEN VAN ANH", "Nguyễn Văn Anh", "ミライ"):
        assert words in names
    for words in ("よりどころ：在留カード", "よりどころ：旅券（パスポート）", "よりどころ：本人の申し出"):
        assert words in names


def test_qualifications_have_the_four_columns_of_the_guide() -> None:
    mirai = cast.settled()
    registered.qualification(mirai)
    held = after(profile(mirai), "保有資格")
    for column in ("資格種別", "資格番号", "資格取得日", "有効期限"):
        assert f'<th scope="col">{column}</th>' in held
    for words in ("玉掛け", "技能講習", "第12345号", "2020年4月1日", "期限なし", "画像を見る"):
        assert words in held


@pytest.mark.parametrize(
    ("expires", "says"),
    [("2026-11-19", "期限切れ"), ("2026-11-20", "もうすぐ期限"), ("2027-02-18", "もうすぐ期限")],
)
def test_a_qualification_that_ran_out_or_soon_will_says_so(expires: str, says: str) -> None:
    mirai = cast.settled()
    registered.qualification(mirai, expires=expires)
    assert f"</svg>{says}</span>" in after(profile(mirai), "保有資格")


def test_a_qualification_that_lasts_says_nothing_of_its_expiry() -> None:
    mirai = cast.settled()
    registered.qualification(mirai, expires="2027-02-19")
    held = after(profile(mirai), "保有資格")
    assert "2027年2月19日" in held
    assert 'class="chip' not in held


def test_past_employers_stand_apart_and_say_who_may_see_them() -> None:
    mirai = cast.settled()
    registered.left_a_firm(mirai)
    page = profile(mirai)
    assert "むかしの鉄筋株式会社" not in after(page, "所属事業者")
    past = after(page, "過去の所属事業者")
    assert "むかしの鉄筋株式会社" in past
    assert "2026年10月31日" in past
    assert "本人と運営主体のほかには、だれにも見えません" in past


def test_what_is_not_registered_yet_says_how_it_will_be() -> None:
    page = profile(cast.settled())
    assert page.count("まだ登録されていません。「編集」から登録できます。") >= 12
    assert 'aria-label="顔写真はまだありません"' in page


def test_a_health_check_older_than_a_year_is_not_shown_but_named() -> None:
    mirai = cast.settled()
    registered.health(mirai, checked="2025-11-01")
    page = after(profile(mirai), "健康診断")
    assert "いちばん新しいものは、1年より前（2025年11月1日）に受けたものです。" in page
    assert "128" not in re.sub(r"<[^>]+>", " ", page)


def test_what_only_the_detailed_registration_has_says_so_to_the_others() -> None:
    mirai = cast.settled()
    registered.simple(mirai)
    page = profile(mirai)
    assert "簡略型</span>" in page
    assert page.count("この区分は、詳細型の登録だけにあります。") == 7


def test_whoever_finds_something_wrong_is_told_whom_to_ask() -> None:
    page = profile(cast.settled()).split('id="differs-title"')[1]
    assert "03-6386-3725" in page
    assert "変更を申請してください" in page


def test_words_are_found_whatever_their_width_and_kana() -> None:
    mirai = cast.settled()
    registered.everything(mirai)
    found = profile(mirai, **{"proofs-words": "たまかけ"})
    assert "3件のうち0件" in found
    found = profile(mirai, **{"proofs-words": "足場　７７７"})
    assert "足場の組立て等" in found
    assert "一級とび技能士" not in found
    assert "4件のうち1件" in found


def test_qualifications_are_found_by_kind_and_without_those_that_ran_out() -> None:
    mirai = cast.settled()
    registered.everything(mirai)
    by_kind = profile(mirai, **{"proofs-kind": "技能士"})
    assert "一級とび技能士" in by_kind
    assert "玉掛け" not in by_kind
    assert "登録鉄筋基幹技能者" not in by_kind
    valid = profile(mirai, **{"proofs-valid": "1"})
    assert "足場の組立て等" not in valid
    assert "4件のうち3件" in valid


def test_a_search_that_finds_nothing_says_so_and_how_to_go_on() -> None:
    mirai = cast.settled()
    registered.training(mirai)
    page = profile(mirai, **{"courses-words": "ない研修"})
    assert "1件のうち0件。条件に合う研修はありません。" in page
    assert 'href="/worker/profile/#courses">条件を消す</a>' in page


def test_a_search_keeps_the_other_lists_and_the_day(clock: time_machine.Traveller) -> None:
    mirai = cast.settled()
    clock.move_to(datetime(2026, 11, 10, 12, tzinfo=JST))
    registered.everything(mirai)
    clock.move_to(datetime(2026, 11, 20, 12, tzinfo=JST))
    page = profile(mirai, on="2026-11-19", **{"courses-words": "職長"})
    assert '<input type="hidden" name="on" value="2026-11-19">' in page
    assert '<input type="hidden" name="courses-words" value="職長">' in page


def test_a_search_leaves_nothing_out_of_the_paper() -> None:
    mirai = cast.settled()
    registered.training(mirai)
    assert "職長・安全衛生責任者教育" in paper(mirai, **{"courses-words": "ない研修"})


@pytest.mark.parametrize("on", ["2026-11-30", "令和8年11月30日", "R8.11.30", "２０２６年１１月３０日"])
def test_a_past_day_shows_what_was_registered_then(clock: time_machine.Traveller, on: str) -> None:
    mirai = cast.settled()
    moved_house(mirai, clock)
    assert "大田区蒲田" in profile(mirai)
    page = profile(mirai, on=on)
    assert "港区虎ノ門" in page
    assert "大田区蒲田" not in page
    assert "2026年11月30日に登録されていた内容です" in page
    assert "港区虎ノ門" in paper(mirai, on=on)


def test_what_was_deleted_since_still_stands_on_the_day_on_which_it_was_registered(
    clock: time_machine.Traveller,
) -> None:
    mirai = cast.settled()
    registered.training(mirai)
    (row,) = facts_of(mirai.worker.pk, on=clocks.today(), keys=["training"])["training"]
    clock.move_to(datetime(2027, 1, 15, 12, tzinfo=JST))
    remove_fact(worker=mirai.worker, key="training", base=row.id, by=SYSTEM, at=clocks.now())
    assert "職長・安全衛生責任者教育" not in profile(mirai)
    assert "職長・安全衛生責任者教育" in profile(mirai, on="2026-11-30")


def test_what_came_since_does_not_stand_on_a_day_before_it_came(clock: time_machine.Traveller) -> None:
    mirai = cast.settled()
    clock.move_to(datetime(2027, 1, 15, 12, tzinfo=JST))
    registered.training(mirai)
    assert "職長・安全衛生責任者教育" not in profile(mirai, on="2026-11-30")


def test_the_paper_of_a_past_day_says_that_it_is_past(clock: time_machine.Traveller) -> None:
    mirai = cast.settled()
    moved_house(mirai, clock)
    assert "2026年11月30日に登録されていた内容です。いまの内容ではありません。" in paper(
        mirai, on="2026-11-30"
    )


def test_a_day_before_the_registration_shows_whose_page_it_is_and_nothing_else() -> None:
    mirai = cast.settled()
    page = profile(mirai, on="2019-04-01")
    assert "<ruby>建設" in page
    assert "詳細型</span>" not in page
    assert "この日には、登録されていませんでした。" in after(page, "氏名")
    assert "建設 未来　技能者ID" in paper(mirai, on="2019-04-01")


@pytest.mark.parametrize(
    ("on", "says"), [("2026-11-21", "2026年11月21日"), ("きのう", "きのう"), ("2026-02-30", "2026-02-30")]
)
def test_a_day_that_cannot_be_shown_is_refused_and_kept(on: str, says: str) -> None:
    answer = cast.signed_in(cast.settled()).get(PAGE, {"on": on})
    page = answer.content.decode().split('id="on-a-day-title"')[1]
    assert answer.status_code == 422
    assert 'id="on-error"' in page
    assert f'value="{on}"' in page
    assert says in page


def test_a_paper_of_an_unreadable_day_does_not_exist() -> None:
    assert get_file(cast.signed_in(cast.settled()), f"{PAGE}profile.pdf?on=きのう").status_code == 404


def test_the_own_images_are_shown_and_kept_by_nobody() -> None:
    mirai = cast.settled()
    for key in (registered.portrait(mirai), registered.qualification(mirai)):
        answer = get_file(cast.signed_in(mirai), f"{PAGE}images/{key}/")
        assert answer.content[:3] == b"\xff\xd8\xff"
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        small = get_file(cast.signed_in(mirai), f"{PAGE}images/{key}/?size=small")
        assert small.content != answer.content


def test_an_image_of_another_worker_does_not_exist() -> None:
    mirai, other = cast.settled(), cast.settled("佐藤 健一", "サトウ ケンイチ")
    for key in (registered.portrait(mirai), registered.qualification(mirai), registered.image(), uuid4()):
        assert get_file(cast.signed_in(other), f"{PAGE}images/{key}/").status_code == 404


def test_nothing_of_another_worker_is_on_the_page_or_on_the_paper() -> None:
    mirai, other = cast.settled(), cast.settled("佐藤 健一", "サトウ ケンイチ")
    registered.everything(mirai)
    for shown in (profile(other), paper(other)):
        for words in ("建設 未来", "虎ノ門", "第12345号", mirai.number):
            assert words not in shown


def test_a_page_with_everything_costs_no_statement_more_for_a_hundred_qualifications() -> None:
    mirai = cast.settled()
    registered.everything(mirai)
    browser = cast.signed_in(mirai)
    browser.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        browser.get(PAGE)
    for number in range(20):
        registered.training(mirai, f"研修{number}", completed=str(date(2020, 1, 1) + timedelta(days=number)))
    with CaptureQueriesContext(connection) as many:
        assert browser.get(PAGE).status_code == 200
    assert len(many) == len(few)


@pytest.mark.parametrize("name", ["髙﨑 𠮷郎", "𠮷", "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo", "スカルノ"])
def test_a_name_keeps_every_letter_on_page_and_paper(name: str) -> None:
    person = cast.settled(name, "ナマエ")
    assert name in profile(person)
    assert name in paper(person)


def test_what_looks_like_markup_is_a_name_on_page_and_paper() -> None:
    mirai = cast.settled()
    registered.training(mirai, name=HOSTILE)
    assert "#panic(&quot;x&quot;) *太字* $x^2$" in profile(mirai)
    assert HOSTILE in paper(mirai)


def test_edit_at_a_block_opens_the_change_of_the_registration_there() -> None:
    mirai = cast.settled()
    browser = cast.signed_in(mirai)
    edit = re.search(r'name="section" value="contact"><button[^>]*>編集<', browser.get(PAGE).content.decode())
    assert edit
    answer = browser.post(f"{PAGE}edit/", {"kind": "change", "section": "contact"})
    (case,) = filed_by(worker_actor(mirai.worker))
    assert case.kind == ApplicationKind.CHANGE
    assert answer.headers["Location"] == f"/filing/{case.number}/contact/"


def test_edit_goes_on_with_the_change_that_is_open() -> None:
    browser = cast.signed_in(cast.settled())
    first, again = (
        browser.post(f"{PAGE}edit/", {"kind": "change", "section": key}) for key in ("name", "blood")
    )
    assert first.headers["Location"].split("/")[2] == again.headers["Location"].split("/")[2]


def test_edit_shows_a_change_that_is_under_review_instead() -> None:
    mirai = cast.settled()
    case = applications.submitted(ApplicationKind.CHANGE, worker=mirai.worker)
    answer = cast.signed_in(mirai).post(f"{PAGE}edit/", {"kind": "change", "section": "contact"})
    assert answer.headers["Location"] == f"/filing/{case.number}/"


def test_the_way_to_the_detailed_registration_is_offered_to_the_simple_one_alone() -> None:
    mirai, other = cast.settled(), cast.settled("佐藤 健一", "サトウ ケンイチ")
    registered.simple(mirai)
    answer = cast.signed_in(mirai).post(f"{PAGE}edit/", {"kind": "upgrade"})
    assert re.fullmatch(r"/filing/[^/]+/", answer.headers["Location"])
    refused = cast.signed_in(other).post(f"{PAGE}edit/", {"kind": "upgrade"})
    assert refused.status_code == 422
    assert "すでに詳細型で登録されています。" in refused.content.decode()


@pytest.mark.parametrize("kind", ["", "withdrawal", "registration", "ない"])
def test_no_other_application_is_opened_from_here(kind: str) -> None:
    assert cast.signed_in(cast.settled()).post(f"{PAGE}edit/", {"kind": kind}).status_code == 404


def test_on_a_past_day_nothing_can_be_edited() -> None:
    assert 'name="section"' not in profile(cast.settled(), on="2026-11-19")
