"""作業員名簿: the items of the form, on every sheet (PAPER-04, PAPER-06, PAPER-07)."""

from dataclasses import replace

import pytest

from ccus.documents.roster import COLUMNS, roster_pdf
from tests.documents.papers import FORTY_LETTERS, HOSTILE, pages
from tests.documents.site_papers import MADE_AT, OF_FIRST, roster

ITEMS = [
    *(
        "番号",
        "フリガナ",
        "氏名",
        "技能者ID",
        "職種",
        "作業内容",
        "※",
        "雇入年月日",
        "経験年数",
        "生年月日",
        "年齢",
    ),
    *("現住所", "電話番号", "家族連絡先", "家族の電話番号", "最近の健康診断日", "血圧", "血液型"),
    *(
        "特殊健康診断日",
        "種類",
        "健康保険",
        "年金保険",
        "雇用保険",
        "建退共",
        "中退共",
        "雇入・職長・特別教育",
    ),
    *("技能講習", "免許・技能士・登録基幹技能者", "入場年月日", "受入教育実施年月日"),
]


def test_the_roster_has_every_item_of_the_national_form() -> None:
    assert [label for column in COLUMNS for label in column.labels] == ITEMS


def test_the_roster_says_whose_it_is_of_which_day_and_who_is_on_it() -> None:
    (page,) = pages(roster_pdf(roster(1)))
    for words in (
        "見本駅前再開発ビル新築工事",
        "合同会社 髙﨑鉄筋工業 東日本第二事業本部 鉄筋加工センター",
        "元請　見本建設株式会社（事業者ID 2000 0000 0000 17）",
        "2026年11月20日現在　2026年11月20日 12:00作成",
        "1975/6/15",
        "51歳",
        "12年",
        "雇用保険 1234",
        "（期限切れ）",
    ):
        assert words in page


def test_two_hundred_rows_repeat_the_heads_and_count_the_sheets() -> None:
    sheets = pages(roster_pdf(roster(200)))
    assert len(sheets) > 5
    for number, page in enumerate(sheets, start=1):
        assert "受入教育実施年月日" in page
        assert f"{number}/{len(sheets)}ページ" in page


@pytest.mark.parametrize("name", [FORTY_LETTERS, "W" * 40, "髙﨑 𠮷郎", HOSTILE])
def test_a_name_of_any_kind_keeps_every_letter_on_the_roster(name: str) -> None:
    assert name in "".join(pages(roster_pdf(roster(1, name=name))))


def test_what_is_hidden_says_so_and_the_foot_explains_the_word() -> None:
    (page,) = pages(roster_pdf(roster(1, blood="非公開")))
    assert page.count("非公開") == 2
    assert "見せられない項目です" in page


def test_a_roster_with_nobody_on_it_says_so() -> None:
    (page,) = pages(roster_pdf(roster(0)))
    assert "名簿にのっている技能者はいません。" in page


def test_a_roster_of_another_day_says_whose_day_the_facts_are() -> None:
    of = replace(OF_FIRST, day=MADE_AT.date().replace(month=10))
    (page,) = pages(roster_pdf(replace(roster(1), of=of)))
    assert "2026年10月20日現在" in page
    assert "技能者の登録内容は作成した日のものです。" in page
