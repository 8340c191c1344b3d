"""カード台紙: the letter that a card is fixed to, a sheet each (CARD-18, guide G04-2, G04-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from ccus.documents.certificate import qr_svg
from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.domain.cards.faces import CardFace
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

_CHECK = (
    "氏名と有効期限を、たしかめてください。ちがうところがあれば、お問い合わせセンターに連絡してください。"
    "カードの裏に、本人確認番号があります。カードは、ほかの人に貸さないでください。"
)
Steps = tuple[tuple[str, str], ...]

_FIRST: Steps = (
    (
        "建設キャリアアップシステムにログイン",
        "パソコンやタブレット、スマートフォンで、ログイン画面を開きます。技能者IDとパスワードを入力してください。",
    ),
    (
        "初期パスワードの変更",
        "初期パスワードを、かならず変更してください。新しいパスワードは、忘れないようにしてください。",
    ),
    (
        "登録内容のご確認",
        "登録内容表示画面で、登録内容をたしかめてください。ちがうところがあれば、お問い合わせセンターに連絡してください。",
    ),
    (
        "登録内容の開示・非開示の選択",
        "その他事業者に見せるかどうかを、情報ごとに選べます。一部、非開示にできない情報もあります。",
    ),
)
"""最初に行っていただきたいこと, the guide's four in its order (guide G04-2)."""

_FURTHER: Steps = (
    ("前のカードは、もう使えません", "前のカードが手もとにあれば、はさみで切って捨ててください。"),
    (
        "技能者IDは、変わりません",
        "番号の終わりの2桁（枝番）だけが新しくなりました。パスワードは、今までと同じです。",
    ),
    ("本人確認番号は、新しくなりました", "カードの裏にあります。ほかの人に教えないでください。"),
    (
        "「カードが届きました」と知らせてください",
        "技能者ポータルの「マイカード」で、ボタンを一つ押すだけです。",
    ),
)
"""What whoever had a card before should know of the new one."""


@dataclass(frozen=True, slots=True)
class CardLetter:
    """カード台紙の中身.

    `address` are the lines of the window, 〒 first; `number` tells the sheet from others, as the packing list has it
    (整理番号; empty for none). `initial_password` and `until`, its last day, come together or not at all
    (PRINT-06). `kind` says what brought the card: 新規登録, 再発行, 更新, カードの色の変更.
    """

    face: CardFace
    address: Sequence[str]
    addressee: str
    number: str
    initial_password: str | None
    until: date | None
    kind: str


def letters_pdf(letters: Sequence[CardLetter]) -> bytes:
    """カード台紙, one A4 sheet a card, as a tagged PDF."""
    return pdf("card_letter", letters_data(letters))


def letters_data(letters: Sequence[CardLetter]) -> dict[str, object]:
    """What the template takes."""
    return {
        "title": "建設キャリアアップカードの台紙",
        "letters": [_sheet(letter) for letter in letters],
        "homepage": settings.PUBLIC_URL,
        "qr": qr_svg(settings.PUBLIC_URL),
        "contact": contact(),
    }


def _sheet(letter: CardLetter) -> dict[str, object]:
    face = letter.face
    is_first = face.serial == 1 or letter.initial_password is not None
    return {
        "address": list(letter.address),
        "addressee": f"{letter.addressee}　様",
        "number": letter.number,
        "title": "技能者情報新規登録完了のお知らせ" if is_first else "建設キャリアアップカードをお送りします",
        "words": f"{letter.kind}のカードです。{_CHECK}",
        "heading": "最初に行っていただきたいこと" if is_first else "新しいカードについて",
        "steps": _FIRST if is_first else _FURTHER,
        "card": f"{grouped(face.number)} - {face.serial:02d}",
        "worker": grouped(face.number),
        "colour": face.look.label,
        "expires": date_words(face.expires_on),
        "password": letter.initial_password or "",
        "until": f"{date_words(letter.until)}まで、一度だけ使えます。" if letter.until else "",
    }
