"""登録されていない現場: G17-1, G17-2, G17-5 to G17-8; PORTAL-23 to PORTAL-25."""

from datetime import date

import pytest
from django.test import Client

from ccus.domain.work_history.models import DayClaim, OwnSite
from tests.factories import claims as made
from tests.factories import sites, workers
from tests.factories.personas import Cast
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
NEW = "/worker/own-sites/new/"


@pytest.fixture
def typed(cast: Cast) -> OwnSite:
    """見本邸改修工事, with a day in its history."""
    own = made.own_site(cast.mirai, corins="4001234567")
    made.entered_there(own, MONDAY, TUESDAY)
    return own


def test_a_site_worked_at_lately_that_is_not_registered_stands_among_the_typed_ones(
    me: Client, typed: OwnSite
) -> None:
    page = words(me.get("/worker/entry/"))
    assert page.count(typed.name) == 1
    assert f"/worker/entry/own/{typed.key}/" in page


def test_the_form_marks_what_the_signboard_says_and_draws_it(me: Client) -> None:
    page = words(me.get(NEW))
    for said in ("※印は、工事看板で分かります", "① 現場名※", "⑤ コリンズ番号※", "図：工事看板のどこを見るか"):
        assert said in page
    assert "所属事業者名※" not in page


def test_the_name_alone_is_enough_and_leads_to_the_days(me: Client) -> None:
    answer = me.post(NEW, {"name": "山田邸 屋根工事"})
    assert answer.headers["Location"] == f"/worker/entry/own/{OwnSite.objects.get().key}/"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"name": "", "address": "港区"}, "現場名"),
        ({"name": "山田邸", "labour_insurance": "123"}, "労働保険番号"),
        ({"name": "山" * 121}, "121文字"),
        ({"name": "山田邸😀"}, "絵文字"),
    ],
)
def test_what_cannot_be_kept_stays_in_the_form(me: Client, sent: dict[str, str], sentence: str) -> None:
    answer = me.post(NEW, sent)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert all(f'value="{text}"' in words(answer) for text in sent.values())


def test_a_site_typed_once_is_chosen_from_then_on(me: Client, typed: OwnSite) -> None:
    for page in ("/worker/entry/", "/worker/own-sites/"):
        assert f"/worker/entry/own/{typed.key}/" in words(me.get(page))


def test_a_whole_month_is_entered_without_asking_anybody(me: Client, cast: Cast) -> None:
    own = made.own_site(cast.mirai)
    address = f"/worker/entry/own/{own.key}/"
    days = [f"2026-11-{day:02d}" for day in range(2, 14)]
    assert "聞く相手がいません" in words(me.post(address, {"act": "check", "on": days}))
    me.post(address, {"act": "send", "on": days})
    assert DayClaim.objects.filter(place=own.place_id, asks=None).count() == len(days)


def test_a_registered_site_with_the_same_number_is_proposed_with_the_reason(
    me: Client, typed: OwnSite
) -> None:
    site = sites.site(name="全然ちがう名前", corins="4001234567")
    page = words(me.get(f"/worker/own-sites/{typed.key}/"))
    assert "コリンズ番号が同じです、入力した2日のうち2日が、この現場の期間に入っています。" in page
    assert f"/worker/own-sites/{typed.key}/attach/{site.number}/" in page


def test_a_registered_site_whose_name_and_address_are_alike_is_proposed(me: Client, typed: OwnSite) -> None:
    sites.site(name="（仮称）見本邸 改修工事 その2", address="東京都港区見本四丁目5番6号")
    page = words(me.get(f"/worker/own-sites/{typed.key}/"))
    assert "候補にした理由：施工場所住所が同じです、現場名が似ています、" in page


def test_nothing_alike_says_so_and_a_search_leads_on(me: Client, typed: OwnSite, cast: Cast) -> None:
    page = words(me.get(f"/worker/own-sites/{typed.key}/"))
    assert "似ている現場は、まだ登録されていません" in page
    found = me.get(f"/worker/own-sites/{typed.key}/attach/", {"q": cast.site.name})
    assert f"/attach/{cast.site.number}/" in words(found)


def test_before_attaching_the_page_says_which_days_go_and_which_stay(me: Client, typed: OwnSite) -> None:
    site = sites.site(period__valid_from=TUESDAY)
    page = words(me.get(f"/worker/own-sites/{typed.key}/attach/{site.number}/"))
    assert '付ける日（<span class="num">1</span>日）' in page
    assert "2026年11月16日</span>：この現場の就業履歴蓄積期間に入っていません" in page
    assert "2026年12月31日まで" in page


def test_attaching_asks_for_approval_of_these_days(me: Client, typed: OwnSite) -> None:
    site = sites.site()
    answer = me.post(f"/worker/own-sites/{typed.key}/attach/{site.number}/")
    assert answer.headers["Location"] == "/worker/claims/"
    assert DayClaim.objects.filter(place=site.pk, instead_of__place=typed.place_id).count() == 2


def test_a_site_that_no_day_fits_is_refused_and_offers_no_button(me: Client, typed: OwnSite) -> None:
    site = sites.site(period__valid_from=date(2026, 12, 1))
    address = f"/worker/own-sites/{typed.key}/attach/{site.number}/"
    assert "この現場を付けられる日は、ありません" in words(me.get(address))
    assert me.post(address).status_code == 422


def test_the_text_of_a_site_is_mended_and_its_days_stay(me: Client, typed: OwnSite) -> None:
    address = f"/worker/own-sites/{typed.key}/"
    assert me.post(address, {"name": "見本邸 改修工事（二期）"}).status_code == 302
    page = words(me.get(address))
    assert "見本邸 改修工事（二期）</h1>" in page
    assert '<b class="num">2日</b>' in page


def test_a_site_typed_by_somebody_else_has_no_page(me: Client) -> None:
    other = made.own_site(workers.worker())
    for address in (f"own-sites/{other.key}/", f"entry/own/{other.key}/", f"own-sites/{other.key}/attach/"):
        assert me.get(f"/worker/{address}").status_code == 404
