"""カード台紙: the letter that a card is fixed to, a sheet each (CARD-18, guide G04-2, G04-4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.domain.cards.faces import CardFace
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

FIRST_STEPS = (
    (
        "建設キャリアアップシステムにログイン",
        "パソコンやタブレット、スマートフォンで、ログイン画面を開きます。技能者IDと初期パスワードを入力してください。",
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
"""最初に行っていただきたいこと, the guide's four in its order."""


_TITLE = "建設キャリアアップカードをお送りします"


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
    return pdf(
        "card_letter",
        {
            "title": "建設キャリアアップカードの台紙",
            "letters": [letter_data(letter) for letter in letters],
            "steps": FIRST_STEPS,
            "contact": contact(),
        },
    )


def letter_data(letter: CardLetter) -> dict[str, object]:
    """One sheet, as the template takes it."""
    face = letter.face
    return {
        "address": list(letter.address),
        "addressee": f"{letter.addressee}　様",
        "number": letter.number,
        "title": _TITLE,
        "words": _words(letter),
        "card": f"{grouped(face.number)} - {face.serial:02d}",
        "colour": face.look.label,
        "worker": grouped(face.number),
        "expires": date_words(face.expires_on),
        "password": letter.initial_password or "",
        "until": date_words(letter.until) if letter.until else "",
    }


def _words(letter: CardLetter) -> str:
    return (
        f"{letter.kind}のカード（{letter.face.look.label}）をお送りします。氏名と有効期限を、たしかめてください。"
        "ちがうところがあれば、お問い合わせセンターに連絡してください。"
        "カードの裏に、本人確認番号があります。カードは、ほかの人に貸さないでください。"
    )
