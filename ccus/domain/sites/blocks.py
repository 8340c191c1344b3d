"""現場の区分: what the pages of a site ask, as data (`ccus.md` §11; SITE-02, SITE-16)."""

from dataclasses import replace
from datetime import date

from ccus.domain.sites.contracting import require_days_in_order
from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.periods import ONE_DAY, Period

_LABEL = "就業履歴蓄積期間"


def _period_in_order(values: Values) -> None:
    """`until_on` of a block is the last day, as people write it."""
    first, last = values.get("from_on"), values.get("until_on")
    if first and last:
        end = date.fromisoformat(str(last)) + ONE_DAY
        Period.checked(date.fromisoformat(str(first)), end, label=_LABEL, field="until_on")


def _contract_in_order(values: Values) -> None:
    days = [date.fromisoformat(str(day)) if day else None for day in (values["from_on"], values["until_on"])]
    require_days_in_order(*days)


FROM = Field("from_on", "開始日", Kind.DATE, is_required=True, help="カードを読み取り始める日。")
UNTIL = Field("until_on", "終了日", Kind.DATE, help="最後の日。決まっていなければ、空欄にしてください。")
_NAME = Field("name", "現場名", is_required=True, help="看板や契約書にある名前で。")
_KANA = Field(
    "name_kana",
    "フリガナ",
    Kind.KANA,
    is_required=True,
    longest=160,
    help="ひらがなで入力しても、カタカナに直ります。",
)
_ADDRESS = Field("address", "施工場所住所", is_required=True, longest=160)
MANAGER = Field(
    "manager",
    "現場管理者",
    Kind.CHOICE,
    choices="site_manager",
    is_required=True,
    help="現場ごとに一人決めます。あとから増やしたり、替えたりできます。",
)
PERIOD = Block("period", _LABEL, (FROM, UNTIL), check=_period_in_order)
DETAILS = Block(
    "details",
    "現場情報（任意の項目）",
    (
        Field("client_class", "発注者の区分", Kind.CHOICE, choices="client_class"),
        Field("has_hazard", "有害物質の取扱いがある", Kind.TICK),
        Field("labour_insurance", "労働保険番号", Kind.DIGITS, digits=14, help="枝番号までの14桁。"),
        Field("building_confirmation", "建築確認番号", longest=40),
        Field("corins", "コリンズ番号", longest=20),
    ),
)
_FACTS = (_NAME, _KANA, _ADDRESS)


def _unit(*, is_required: bool) -> Field:
    """A 階層管理者's site belongs to a unit, others' may (SITE-15)."""
    help_ = "" if is_required else "選ばないときは、会社全体の現場です。"
    return Field(
        "unit", "現場を持つ組織", Kind.CHOICE, choices="own_unit", is_required=is_required, help=help_
    )


def registration(*, has_units: bool, needs_unit: bool) -> Block:
    """現場情報, the mandatory part, for a company with or without an organisation."""
    unit = (_unit(is_required=needs_unit),) if has_units else ()
    return Block("site", "現場情報", (*_FACTS, FROM, UNTIL, *unit, MANAGER), check=_period_in_order)


def editing(*, has_units: bool, needs_unit: bool, is_small: bool) -> Block:
    """現場情報 as it is edited, without period and people."""
    unit = (_unit(is_required=needs_unit),) if has_units else ()
    kana = replace(_KANA, is_required=False) if is_small else _KANA
    return Block("edited", "現場情報", (_NAME, kana, _ADDRESS, *unit, *DETAILS.fields))


SMALL = Block(
    "small",
    "小規模現場",
    (
        Field("name", "現場名", is_required=True, help="例：山田様邸 水道修理"),
        Field("address", "場所", is_required=True, longest=160, help="例：東京都港区虎ノ門1-2-3"),
        Field("from_on", "いつ", Kind.DATE, is_required=True),
        Field("until_on", "いつまで", Kind.DATE, help="一日だけの仕事は、空欄のままで大丈夫です。"),
    ),
    check=_period_in_order,
)
CONTRACT = Block(
    "contract",
    "契約情報",
    (
        Field("name", "工事の名称", is_required=True),
        Field("works_place", "施工場所", longest=160),
        Field("client", "発注者名"),
        Field("order_form", "発注形態", Kind.CHOICE, choices="order_form"),
        Field("from_on", "工期の初日", Kind.DATE),
        Field("until_on", "工期の末日", Kind.DATE),
    ),
    many=20,
    check=_contract_in_order,
)
WORKS = Block(
    "works",
    "工事情報",
    (
        Field("works_kind", "工事種別", longest=40, help="例：建築一式工事"),
        Field("building_use", "建物用途", longest=40, help="例：事務所、共同住宅"),
        Field("structure_kind", "構造・種類", longest=40, help="例：鉄骨造"),
        Field("work_type", "工事区分", longest=40, help="例：新築、改修"),
        Field("scale", "規模", longest=80, help="例：地上10階、延べ5,000平方メートル"),
        Field("is_in_corins", "コリンズに登録している", Kind.TICK),
    ),
)
READER = Block(
    "reader",
    "カードリーダー",
    (
        Field("name", "端末名", is_required=True, longest=40, help="例：正門、職長の電話"),
        Field(
            "system",
            "認定システムの名前",
            longest=40,
            help="民間の「就業履歴データ連携認定システム」から送るときだけ入力します。カードリーダーのときは空のままにします。",
        ),
    ),
)
PARTNER = Block(
    "partner",
    "共同企業体の構成員",
    (
        Field("company", "事業者ID", Kind.ID14, is_required=True),
        Field("from_on", "いつから", Kind.DATE, is_required=True),
    ),
)
POST = Block(
    "post",
    "現場の担当",
    (
        Field("seat", "利用者", Kind.CHOICE, choices="seat", is_required=True),
        Field("post", "担当", Kind.CHOICE, choices="post", is_required=True),
        Field("from_on", "いつから", Kind.DATE, is_required=True),
    ),
)
