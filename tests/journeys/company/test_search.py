"""A company finds a worker of another one, by what is open (G05-2, G12-3), with scripts and without."""

import pytest

from ccus.domain.workers.terms import Item
from tests.domain.companies.branches import Branches
from tests.domain.searching.world import hand, lives_in
from tests.journeys.office.desk import Desk

pytestmark = pytest.mark.journey
LONG = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


def looks_right(desk: Desk, *, has_script: bool) -> None:
    """At both widths; axe itself needs scripts."""
    for width in (390, 1280):
        desk.at_width(width).scrolls_in_one_direction_only()
        if has_script:
            desk.finds_no_barrier()


def test_a_company_searches_narrows_and_opens_what_is_shown_to_others(
    desk: Desk, firm: Branches, has_script: bool
) -> None:
    opened = hand(
        Item.NAME, Item.CONTACT, Item.QUALIFICATIONS, name__official=LONG, kana="グエン フオン アイン"
    )
    lives_in(opened, "13")
    lives_in(hand(Item.CONTACT), "27")
    hand()
    desk.goes_to("/company/").follows("技能者の検索")
    desk.page.get_by_label("主な職種", exact=False).first.select_option(label="鉄筋工")
    desk.presses("さがす").reads("主な職種が「鉄筋工」の人。")
    desk.opens("開示している情報でしぼる").page.get_by_label("住んでいる都道府県").select_option(
        label="東京都"
    )
    desk.presses("さがす").reads("条件のすべてに合う")
    looks_right(desk, has_script=has_script)
    desk.follows(LONG).reads("その他事業者として見ています")
    looks_right(desk, has_script=has_script)
    assert desk.complaints == []
