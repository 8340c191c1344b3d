"""申請だけの区分: what an application asks beside facts that are registered."""

from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.refusals import Refusal

SHORT_CARD_DOCUMENT = "employer_certificate"
"""技能者の所属に関する証明書: whoever has nothing better gets a short card (CARD-05)."""
OTHER_PLACE = "other"
"""別の住所: the card goes to an address that is filed with it (CARD-14)."""
_BACK_IS_SECRET, _NEEDS_A_SECOND = "my_number_card", "passport"


class DocumentsIncomplete(Refusal):
    """本人確認書類の不足 or excess (APP-06)."""


class AddressMissing(Refusal):
    """送付先の記載もれ (APP-06)."""


class ConsentMissing(Refusal):
    """同意なし (APP-06)."""


class DefectDoubtful(Refusal):
    """初期不良の誤り: a lost card is not defective (APP-08)."""


def _documents(values: Values) -> None:
    if values.get("kind") == _BACK_IS_SECRET and values.get("back"):
        raise DocumentsIncomplete(
            "個人番号カードの裏面（個人番号の面）が付いています。裏面の画像を外して、表面だけにしてください。",
            "back",
        )
    if values.get("kind") == _NEEDS_A_SECOND and not values.get("second"):
        raise DocumentsIncomplete(
            "旅券（パスポート）には住所がありません。住民票など、もう1つの書類の画像を付けてください。",
            "second",
        )


def _address(values: Values) -> None:
    if values.get("place") != OTHER_PLACE:
        return
    for field in ("postcode", "prefecture", "town", "street", "addressee"):
        if not values.get(field):
            label = DELIVERY[field].label
            raise AddressMissing(
                f"{label}が入力されていません。別の住所へ送るには、{label}を入力してください。", field
            )


def _both_consents(values: Values) -> None:
    for field in ("terms", "privacy"):
        if not values.get(field):
            raise ConsentMissing(
                f"「{CONSENT[field].label}」に印がありません。読んで、よければ印を付けてください。", field
            )


def _confirmed(values: Values) -> None:
    if not values.get("confirmed"):
        raise ConsentMissing(
            "退会の確認に印がありません。カードが使えなくなることを読んで、よければ印を付けてください。",
            "confirmed",
        )


def _all_written(values: Values) -> None:
    if not values.get("confirmed"):
        raise ConsentMissing(
            "登録内容の確認に印がありません。登録内容を見て、変わったところを書いてから、印を付けてください。",
            "confirmed",
        )


def _defect(values: Values) -> None:
    if values.get("is_defect") and values.get("reason") == "lost":
        raise DefectDoubtful(
            "理由が「紛失」なので、初期不良にはできません。理由を選び直すか、初期不良の印を外してください。",
            "is_defect",
        )


BIRTH = Block(
    "birth",
    "生年月日",
    (
        Field(
            "birth_on",
            "生年月日",
            Kind.DATE,
            is_required=True,
            is_past=True,
            autocomplete="bday",
            help="登録したあとは変えられません。例：1989-04-01、平成元年4月1日",
        ),
    ),
)
IDENTITY = Block(
    "identity",
    "本人確認書類",
    (
        Field("kind", "書類の種類", Kind.CHOICE, choices="identity_document", is_required=True),
        Field("front", "書類の画像（表）", Kind.FILE, is_required=True),
        Field("back", "書類の画像（裏）", Kind.FILE, help="裏に住所などの書き込みがあるときだけ。"),
        Field("second", "もう1つの書類の画像", Kind.FILE, help="旅券のときは、住民票などが必要です。"),
    ),
    help="四つの角が入るように撮ってください。個人番号カードは表面だけです。",
    check=_documents,
)
DELIVERY = Block(
    "delivery",
    "カードの送付先",
    (
        Field("place", "送付先", Kind.CHOICE, choices="delivery_place", is_required=True),
        Field("postcode", "郵便番号", Kind.POSTCODE, only_with=("place", OTHER_PLACE)),
        Field("prefecture", "都道府県", Kind.CHOICE, choices="prefecture", only_with=("place", OTHER_PLACE)),
        Field("town", "市区町村・町名", only_with=("place", OTHER_PLACE)),
        Field("street", "番地", only_with=("place", OTHER_PLACE)),
        Field("building", "建物名・部屋番号", only_with=("place", OTHER_PLACE)),
        Field("addressee", "宛名", only_with=("place", OTHER_PLACE), help="郵便受けに出ている名前。"),
    ),
    help="「別の住所」を選んだときだけ、住所と宛名を入力してください。",
    check=_address,
)
CONSENT = Block(
    "consent",
    "規約などへの同意",
    (
        Field("terms", "利用規約に同意する", Kind.TICK, is_required=True),
        Field("privacy", "個人情報の取扱いに同意する", Kind.TICK, is_required=True),
    ),
    check=_both_consents,
)
_DEFECT = "届いたときから使えなかったときだけ、印を付けてください。そのときは、料金がかかりません。"
REASON = Block(
    "reason",
    "再発行の理由",
    (
        Field("reason", "理由", Kind.CHOICE, choices="reissue_reason", is_required=True),
        Field("is_defect", "届いたときから使えない（初期不良）", Kind.TICK, help=_DEFECT),
        Field("note", "くわしい事情", Kind.TEXT, longest=400),
    ),
    check=_defect,
)
PROOFS = Block(
    "proofs",
    "証明書類",
    (
        Field("kind", "書類の種類", Kind.CHOICE, choices="company_document", is_required=True),
        Field("image", "書類の画像", Kind.FILE, is_required=True),
    ),
    many=10,
    help="新規登録のときと、商号・許可・区分・法人番号・代表者名・所在地・資本金が変わったときに必要です。",
)
CONFIRMED = Block(
    "confirmed",
    "登録内容の確認",
    (Field("confirmed", "登録内容を見て、変わったところをすべて書いた", Kind.TICK, is_required=True),),
    check=_all_written,
)
LEAVING = Block(
    "leaving",
    "退会の確認",
    (
        Field(
            "confirmed",
            "カードが使えなくなり、ログインできなくなることを確認した",
            Kind.TICK,
            is_required=True,
        ),
        Field("reason", "退会の理由", Kind.TEXT, longest=400, help="書かなくてもかまいません。"),
    ),
    check=_confirmed,
)
