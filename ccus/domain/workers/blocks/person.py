"""本人情報: name, status, how to be reached, photograph."""

from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.kept.catalogue import SINCE
from ccus.foundation.refusals import Refusal


class AliasMissing(Refusal):
    """通称名の記載もれ: to be printed on the card, it must be given (DATA-04)."""


class ResidenceStatusMissing(Refusal):
    """在留資格の記載もれ: asked of everybody who is not Japanese (DATA-06)."""


def _alias_to_print(values: Values) -> None:
    if values.get("alias_on_card") and not values.get("alias"):
        raise AliasMissing(
            "通称名をカードに印字するには、通称名の入力が必要です。通称名を入力するか、印字をやめてください。",
            "alias",
        )


def _status_of_foreigners(values: Values) -> None:
    if values.get("nationality") not in {None, "JP"} and not values.get("residence_status"):
        raise ResidenceStatusMissing(
            "在留資格が選ばれていません。在留カードのとおりに選んでください。", "residence_status"
        )


NAME = Block(
    "name",
    "氏名",
    (
        Field(
            "official",
            "氏名",
            is_required=True,
            autocomplete="name",
            help="本人確認書類のとおりに。一つの名前だけの方は、そのまま入力してください。",
        ),
        Field(
            "official_source",
            "氏名のよりどころ",
            Kind.CHOICE,
            choices="name_source",
            is_required=True,
            help="どの書類のとおりに氏名を入力しましたか。",
        ),
        Field(
            "kana", "フリガナ", Kind.KANA, is_required=True, help="ひらがなで入力しても、カタカナに直ります。"
        ),
        Field("kana_source", "フリガナのよりどころ", Kind.CHOICE, choices="name_source"),
        Field("roman", "ローマ字", Kind.ROMAN, help="在留カードや旅券にある文字。空白で区切ります。"),
        Field("roman_source", "ローマ字のよりどころ", Kind.CHOICE, choices="name_source"),
        Field("native", "母語での名前", help="例：Nguyễn Văn Anh、阮文英"),
        Field("native_source", "母語での名前のよりどころ", Kind.CHOICE, choices="name_source"),
        Field("alias", "通称名（旧姓）"),
        Field("alias_source", "通称名のよりどころ", Kind.CHOICE, choices="name_source"),
        Field("alias_on_card", "通称名をカードに印字する", Kind.TICK),
        SINCE,
    ),
    check=_alias_to_print,
)
STATUS = Block(
    "status",
    "性別・国籍・在留資格",
    (
        Field("sex", "性別", Kind.CHOICE, choices="sex", is_required=True),
        Field("nationality", "国籍", Kind.CHOICE, choices="country", is_required=True),
        Field(
            "residence_status",
            "在留資格",
            Kind.CHOICE,
            choices="residence_status",
            help="外国籍の方だけ。在留カードのとおりに。",
        ),
        Field(
            "residence_until", "在留期間の満了日", Kind.DATE, help="外国籍の方だけ。期限のない方は空欄に。"
        ),
        SINCE,
    ),
    check=_status_of_foreigners,
)
BLOOD = Block(
    "blood",
    "血液型",
    (
        Field("group", "血液型", Kind.CHOICE, choices="blood", is_required=True),
        Field("rhesus", "Rh式", Kind.CHOICE, choices="rhesus"),
        SINCE,
    ),
    help="事故のときのためです。書かなくてもかまいません。",
)
CONTACT = Block(
    "contact",
    "連絡先",
    (
        Field("postcode", "郵便番号", Kind.POSTCODE, is_required=True, autocomplete="postal-code"),
        Field(
            "prefecture",
            "都道府県",
            Kind.CHOICE,
            choices="prefecture",
            is_required=True,
            autocomplete="address-level1",
        ),
        Field("town", "市区町村・町名", is_required=True, autocomplete="address-level2"),
        Field(
            "street",
            "番地",
            is_required=True,
            autocomplete="address-line1",
            help="例：1丁目2番3号。番地のない所は「番地なし」と入力してください。",
        ),
        Field("building", "建物名・部屋番号", autocomplete="address-line2"),
        Field(
            "phone",
            "電話番号",
            Kind.PHONE,
            is_required=True,
            autocomplete="tel",
            help="本人に届く番号。会社の番号は使えません。",
        ),
        Field(
            "mail",
            "メールアドレス",
            Kind.MAIL,
            autocomplete="email",
            help="本人のもの。会社を変わっても使えるものにしてください。",
        ),
        SINCE,
    ),
    help="本人の連絡先です。会社の連絡先にすると、転職したあとに使えなくなります。",
)
EMERGENCY = Block(
    "emergency",
    "緊急連絡先",
    (
        Field("person", "緊急連絡先の氏名", is_required=True),
        Field("relation", "本人との関係", is_required=True, longest=20, help="例：妻、父、兄、友人"),
        Field("phone", "緊急連絡先の電話番号", Kind.PHONE, is_required=True),
        SINCE,
    ),
)
PHOTO = Block(
    "photo",
    "顔写真",
    (
        Field(
            "image",
            "顔写真",
            Kind.FILE,
            is_required=True,
            help="6か月以内に撮ったカラー写真。前を向き、帽子をかぶらず、うしろに何もないもの。",
        ),
    ),
    help="カードに印刷されます。登録したあとは変えられません。",
)
