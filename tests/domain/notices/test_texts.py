"""文面 (NOTE-01, NOTE-02)."""

import re
from datetime import date

import pytest

from ccus.domain.notices.texts import WORDINGS, Text

VALUES: dict[str, object] = {
    "paper": "作業員名簿",
    "firm": "見本工業",
    "name": "建設 未来",
    "login_id": "12345678901225",
    "initial_password": "K7QX2MBTRW5ZA",
    "until": date(2027, 1, 19),
    "number": "2026-000123",
    "kind": "カードの再発行",
    "amount": 4900,
    "due_on": date(2026, 12, 20),
    "paid_on": date(2026, 11, 20),
    "fields": ["氏名", "資格証の画像"],
    "reason": "すでに登録されている方です。",
    "company_number": "12345678901222",
    "worker_number": "12345678901221",
    "site": "見本ビル新築工事",
    "company": "高橋鉄筋",
    "role": "現場管理者",
    "trade": "鉄筋工",
    "position": "職長",
    "from_on": date(2026, 4, 1),
    "until_on": date(2026, 12, 1),
    "when": "11月20日",
    "time": "08:00に",
    "reasons": "元請に確かめてください。",
    "upper": "鈴木工務店",
    "lower": "高橋鉄筋",
    "stand_in": "未来塗装（個人）",
    "who": "高橋鉄筋",
    "what": ["カード（2026年12月1日まで）", "資格（2026年12月4日まで）"],
    "last_on": date(2026, 12, 31),
    "giver": "高橋鉄筋",
    "taker": "鈴木工務店",
    "on": date(2026, 11, 21),
    "claimed": "就業日の入力",
    "portal": "https://portal.example",
    "ground": "その日、この現場に入場していない",
    "words": "入退場の控えにお名前がありません。",
    "plea": "朝から夕方まで、職長と二人で配筋をしていました。",
    "outcome": "認める",
    "count": 1200,
    "days": 7,
    "month": "2026年10月",
    "merged": "12345678901223",
    "main": "12345678901224",
    "code": "1234 5678",
    "stop": "https://portal.example/forgotten/stop/0/",
    "reach": "メールアドレス",
    "missing": "作業員名簿の登録",
    "block": "所属事業者",
    "card": "一般のカード（白色）1枚目",
    "confirmed": "登録された電話番号にかけ直した",
    "step": "この技能者を、現場の作業員名簿に登録してください。",
}


@pytest.mark.parametrize("text", Text)
def test_each_text_can_be_read_with_its_values(text: Text) -> None:
    written = text.written(**VALUES)
    assert written.title
    assert not re.search(r"[{}]|date\(|\[", written.title + written.body)


@pytest.mark.parametrize("text", Text)
def test_each_text_uses_short_sentences_and_says_what_to_do(text: Text) -> None:
    sentences = re.split(r"[。\n]", text.written(**VALUES).body)
    assert max(map(len, sentences)) <= 60
    assert re.search("ください|今は、ありません", text.written(**VALUES).body)


def test_every_text_of_the_catalogue_has_its_wording() -> None:
    assert set(WORDINGS) == set(Text)


def test_amounts_days_and_lists_stand_as_people_write_them() -> None:
    assert "金額：4,900円（税込み）\nお支払いの期限：2026年12月20日" in Text.FEE_DUE.written(**VALUES).body
    assert "なおすところ：\n・氏名\n・資格証の画像\n" in Text.APPLICATION_RETURNED.written(**VALUES).body


def test_a_text_without_one_of_its_values_is_not_written() -> None:
    with pytest.raises(KeyError, match="amount"):
        Text.FEE_DUE.written(number="1", kind="カードの再発行", due_on=date(2026, 12, 20))


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert "{amount}" in Text.APPLICATION_REJECTED.written(**VALUES | {"reason": "{amount}"}).body


def test_no_text_asks_for_what_belongs_to_health() -> None:
    asked = {name for wording in WORDINGS.values() for name in re.findall(r"{(\w+)}", wording.body)}
    assert asked <= set(VALUES)
    assert not [word for w in WORDINGS.values() for word in ("健康", "血圧", "生年月日") if word in w.body]


def test_the_news_of_the_registration_names_the_four_first_steps() -> None:
    news = Text.REGISTRATION_COMPLETED.written(**VALUES)
    assert news.title == "技能者情報新規登録完了のお知らせ"
    steps = ("システムにログイン", "初期パスワードの変更", "登録内容のご確認", "登録内容の開示・非開示の選択")
    assert re.search(".*".join(steps), news.body, re.DOTALL)
