"""技能者情報 on paper: PORTAL-14."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from ccus.documents.profile import profile_sheet
from tests.documents.papers import FORTY_LETTERS, HOSTILE, SHEET, pages, with_facts, with_rows
from tests.factories.evidence import photo


def test_the_paper_says_whose_it_is_and_of_which_day() -> None:
    (page,) = pages(profile_sheet(SHEET))
    for words in (
        "建設 未来",
        "ケンセツ ミライ",
        "1234 5678 9012 34",
        "2026年11月20日現在",
        "4丁目1番1号",
        "1/1ページ",
    ):
        assert words in page


def test_every_page_repeats_the_head_and_counts_itself() -> None:
    sheets = pages(profile_sheet(with_rows(100)))
    assert len(sheets) > 1
    for number, page in enumerate(sheets, start=1):
        assert "建設 未来　技能者ID 1234 5678 9012 34" in page
        assert "資格種別" in page
        assert f"{number}/{len(sheets)}ページ" in page


@pytest.mark.parametrize("name", ["髙﨑 𠮷郎", FORTY_LETTERS, "𠮷", "スカルノ", "濵邉 祐"])
def test_a_name_keeps_every_letter_on_paper(name: str) -> None:
    (page,) = pages(profile_sheet(replace(SHEET, name=name)))
    assert page.count(name) >= 2


def test_what_looks_like_markup_is_printed_as_it_was_typed() -> None:
    (page,) = pages(profile_sheet(replace(with_facts(("氏名", HOSTILE)), name=HOSTILE)))
    assert page.count(HOSTILE) >= 2


def test_a_mail_address_without_a_space_does_not_leave_the_sheet() -> None:
    address = f"{'a' * 60}@{'b' * 180}.example.jp"
    (page,) = pages(profile_sheet(with_facts(("メールアドレス", address))))
    assert address in page


def test_a_paper_of_a_past_day_says_that_it_is_past() -> None:
    (page,) = pages(profile_sheet(replace(SHEET, is_past=True)))
    assert "2026年11月20日に登録されていた内容です。いまの内容ではありません。" in page


def test_the_photograph_is_printed_with_its_alternative_text() -> None:
    file = PdfReader(BytesIO(profile_sheet(replace(SHEET, photo=photo(300, 400)))))
    assert len(file.pages[0].images) == 1


def test_the_paper_can_be_read_aloud() -> None:
    file = PdfReader(BytesIO(profile_sheet(SHEET)))
    assert str(file.root_object["/Lang"]) == "ja-JP"
    assert "/StructTreeRoot" in file.root_object
    assert file.metadata is not None
    assert file.metadata.title == "技能者情報（登録内容の控え）"
