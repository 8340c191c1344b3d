"""The 2019 mistake by people: a file one line off is stopped, the right one carried out, told, and taken back."""

import re

import pytest

from ccus.domain.corrections.models import ChangePreview, ChangeSet
from ccus.jobs.corrections import carry_out_released, preview
from tests.factories import seats
from tests.journeys.company.people import Handy
from tests.journeys.conftest import Arrival
from tests.journeys.corrections.town import BASIS, WORDS, Town, corrector, received, town
from tests.journeys.filing.people import Person

pytestmark = pytest.mark.journey
STOPS = "このままでは反映できません"


def page_of(more: str = "") -> str:
    return f"/office/corrections/{ChangeSet.objects.latest('pk').key}/{more}"


def begins(desk: Person) -> None:
    desk.goes_to("/office/").follows("登録の修正へ").follows("新しい修正を書く")
    desk.fills(
        {"直す登録": "所属事業者", "直す理由": WORDS, "根拠にしたもの": BASIS, "根拠が届いた日": received()}
    )
    desk.presses("書きはじめる").reads("直す行を入れてください")


def hands_in(desk: Person, made: Town, slip: int = 0) -> None:
    desk.follows("ファイルから取り込む")
    desk.page.get_by_label("ファイル（Excel・CSV）").set_input_files([made.file(slip)])
    desk.presses("取り込む").reads("20行を取り込みました。すべての行を読み取れました。")


def asks_what_would_be(desk: Person) -> None:
    """The job makes the preview; the page of whoever waits for it loads itself anew."""
    desk.presses("確認を作る").reads("確認を作成しています")
    preview(ChangePreview.objects.get(void_at=None, change_set=ChangeSet.objects.latest("pk")).key)
    desk.reads("反映すると変わること")


def named(desk: Person) -> set[tuple[str, str]]:
    """技能者ID and 事業者ID of every line of the table."""
    lines = desk.page.locator(".dense tbody tr").all_inner_texts()
    numbers = [re.findall(r"\d{14}", re.sub(r"(?<=\d)[\s-](?=\d)", "", line)) for line in lines]
    return {(worker, company) for worker, company in numbers}


def releases(desk: Person) -> None:
    """Another officer, from the home page on, by keyboard alone; then the job."""
    keys = Handy(desk.page, desk.address, has_script=desk.has_script, has_mouse=False)
    keys.goes_to("/office/").reads("あなたの許可を待っている修正が1件").follows("登録の修正へ")
    keys.follows(ChangeSet.objects.latest("pk").number).follows("確認を開く")
    keys.presses("この内容で許可する").reads("許可がそろいました。まもなく反映します。")
    carry_out_released()


def test_a_file_one_line_off_stops_with_every_stranger_named_and_the_right_one_is_carried_out(
    arrives: Arrival,
) -> None:
    made, miura, fujii = town(), corrector("三浦 翔"), corrector("藤井 健")
    desk = arrives(miura)
    begins(desk)
    hands_in(desk, made, slip=1)
    asks_what_would_be(desk)
    desk.reads(STOPS).follows("つながりのない事業者に見える")
    assert named(desk) == made.pairs(slip=1)
    desk.has_signed_in(fujii).goes_to(page_of("preview/")).reads("止まる理由がなくなるまで、許可できません。")
    desk.misses("この内容で許可する")
    desk.has_signed_in(miura).goes_to(page_of("preview/")).presses("この理由の行をすべて外す")
    desk.reads("20行を外しました")
    hands_in(desk, made)
    asks_what_would_be(desk)
    desk.misses(STOPS).reads("別の係員に頼んでください").misses("この内容で許可する")
    releases(desk.has_signed_in(fujii))
    desk.goes_to(page_of()).reads("すべての行を反映しました。")
    assert made.registered() == made.pairs()


@pytest.mark.parametrize("has_script", ["with script"], indirect=True)
def test_whoever_is_concerned_reads_of_a_correction_and_it_is_taken_back_as_a_whole(arrives: Arrival) -> None:
    made, miura, fujii = town(), corrector("三浦 翔"), corrector("藤井 健")
    before, firm = made.registered(), seats.client_of(seats.seat(made.right(0)))
    made.carried_out()
    phone = arrives(made.first, by_phone=True).goes_to("/worker/notices/")
    phone.reads("あなたの登録（所属事業者）を、運営主体が直しました").reads(WORDS).misses("岡田")
    desk = arrives(firm).goes_to("/company/notices/")
    desk.reads("見られるようになった技能者：").misses("見られなくなった")
    desk.has_signed_in(miura).goes_to(page_of())
    desk.page.get_by_text("取り消しの修正を書く").first.click()
    desk.fills({"取り消す理由": "合併の届けが、取り下げられました。"}).presses("取り消しの修正を書く")
    asks_what_would_be(desk.reads("次は、確認です"))
    releases(desk.has_signed_in(fujii))
    assert made.registered() == before
