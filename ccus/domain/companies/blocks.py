"""事業者の登録情報: the blocks of a company, as data (REG-20). The order is that of the pages."""

from stdnum.jp import cn

from ccus.domain.companies.terms import LICENCE_TRADES, CompanyForm, LicenceAuthority
from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.kept.catalogue import SINCE, KeptBlock
from ccus.foundation.refusals import Refusal

THOUSANDS = 999_999_999
"""The most that 資本金 and 完成工事高 may be, in thousands of yen."""


class CorporateNumberWrong(Refusal):
    """法人番号の誤り: not 13 digits with the right check digit (REG-20)."""


class NumberOfContractMissing(Refusal):
    """共済契約者番号の記載もれ: whoever is in 建退共 has one (REG-20)."""


class BillingIncomplete(Refusal):
    """請求先の記載もれ (REG-20)."""


def _corporate_number(values: Values) -> None:
    number = values.get("corporate_number")
    if number and not cn.is_valid(str(number)):
        raise CorporateNumberWrong(
            f"法人番号（{number}）の数字が合いません。法人番号指定通知書の13桁を、もう一度確かめてください。",
            "corporate_number",
        )


def _number_of_contract(values: Values) -> None:
    if values.get("kentaikyo") and not values.get("kentaikyo_number"):
        raise NumberOfContractMissing(
            "建退共の共済契約者番号が入力されていません。契約者証の番号を入力してください。",
            "kentaikyo_number",
        )


def _address_of_bills(values: Values) -> None:
    if values.get("place") != "other":
        return
    for field in ("addressee", "postcode", "prefecture", "town", "street"):
        if not values.get(field):
            label = BILLING[field].label
            raise BillingIncomplete(
                f"{label}が入力されていません。別の住所に請求するには、{label}を入力してください。", field
            )


IDENTITY = Block(
    "identity",
    "商号・代表者",
    (
        Field(
            "name",
            "商号または名称",
            is_required=True,
            longest=80,
            help="登記や届出のとおりに。例：株式会社足場建設",
        ),
        Field("kana", "フリガナ", Kind.KANA, is_required=True, help="「カブシキガイシャ」などは書きません。"),
        Field("form", "法人・個人・一人親方の別", Kind.CHOICE, choices="company_form", is_required=True),
        Field(
            "corporate_number",
            "法人番号",
            Kind.DIGITS,
            digits=13,
            is_required=True,
            only_with=("form", CompanyForm.CORPORATE),
            help="13桁の番号。個人事業主と一人親方にはありません。",
        ),
        Field("representative", "代表者名", is_required=True),
        Field("representative_kana", "代表者名のフリガナ", Kind.KANA, is_required=True),
        Field("representative_title", "代表者の役職", longest=40, help="例：代表取締役"),
        SINCE,
    ),
    check=_corporate_number,
)
LOCATION = Block(
    "location",
    "所在地・電話番号",
    (
        Field("postcode", "郵便番号", Kind.POSTCODE, is_required=True),
        Field("prefecture", "都道府県", Kind.CHOICE, choices="prefecture", is_required=True),
        Field("town", "市区町村・町名", is_required=True),
        Field("street", "番地", is_required=True, help="例：1丁目2番3号"),
        Field("building", "建物名・部屋番号"),
        Field("phone", "電話番号", Kind.PHONE, is_required=True),
        SINCE,
    ),
)
CAPITAL = Block(
    "capital",
    "資本金・完成工事高",
    (
        Field(
            "capital",
            "資本金（千円）",
            Kind.NUMBER,
            most=THOUSANDS,
            help="千円単位。1,000万円のときは「10,000」。法人だけ。登録料が決まります。",
        ),
        Field(
            "turnover", "完成工事高（千円）", Kind.NUMBER, most=THOUSANDS, help="直前の1年の額。千円単位。"
        ),
        SINCE,
    ),
)
LICENSING = Block(
    "licensing",
    "建設業許可の有無",
    (Field("held", "建設業許可", Kind.CHOICE, choices="licence_held", is_required=True), SINCE),
    help="許可ありのときは、次の「建設業許可」に、許可を受けた業種を1つずつ入力します。",
)
LICENCES = Block(
    "licences",
    "建設業許可",
    (
        Field("trade", "許可業種", Kind.CHOICE, choices="licence_trade", is_required=True),
        Field("authority", "許可行政庁", Kind.CHOICE, choices="licence_authority", is_required=True),
        Field(
            "prefecture",
            "知事の都道府県",
            Kind.CHOICE,
            choices="prefecture",
            is_required=True,
            only_with=("authority", LicenceAuthority.GOVERNOR),
        ),
        Field("grade", "一般・特定", Kind.CHOICE, choices="licence_grade", is_required=True),
        Field("number", "許可番号", Kind.DIGITS, is_required=True, longest=6, help="「第○号」の数字だけ。"),
        Field("granted", "許可年月日", Kind.DATE, is_required=True, is_past=True),
        Field("expires", "許可の有効期限", Kind.DATE, is_required=True, help="有効期間の最後の日。"),
    ),
    many=len(LICENCE_TRADES),
)
INSURANCE = Block(
    "insurance",
    "社会保険",
    (
        Field("health", "健康保険", Kind.CHOICE, choices="joined", is_required=True),
        Field(
            "health_number",
            "健康保険の事業所番号",
            longest=40,
            only_with=("health", "joined"),
            help="事業所整理記号と事業所番号。",
        ),
        Field("pension", "厚生年金保険", Kind.CHOICE, choices="joined", is_required=True),
        Field("pension_number", "厚生年金保険の事業所番号", longest=40, only_with=("pension", "joined")),
        Field("employment", "雇用保険", Kind.CHOICE, choices="joined", is_required=True),
        Field("employment_number", "雇用保険の事業所番号", longest=40, only_with=("employment", "joined")),
        Field("labour_number", "労働保険番号", Kind.DIGITS, longest=14, help="労災保険と雇用保険の番号。"),
        SINCE,
    ),
)
RETIREMENT = Block(
    "retirement",
    "退職金共済",
    (
        Field("kentaikyo", "建退共に加入している", Kind.TICK),
        Field("kentaikyo_number", "建退共の共済契約者番号", longest=20, only_with=("kentaikyo", "1")),
        Field("chutaikyo", "中退共に加入している", Kind.TICK),
        SINCE,
    ),
    check=_number_of_contract,
)
RESPONSIBLE = Block(
    "responsible",
    "登録責任者",
    (
        Field("person", "登録責任者の氏名", is_required=True),
        Field("kana", "登録責任者のフリガナ", Kind.KANA, is_required=True),
        Field(
            "mail", "メールアドレス", Kind.MAIL, is_required=True, help="登録の期限などのお知らせが届きます。"
        ),
        Field("phone", "電話番号", Kind.PHONE, is_required=True),
        SINCE,
    ),
    help="この登録について、問い合わせに答える方です。登録のとき、事業者責任者になります。",
)
BILLING = Block(
    "billing",
    "請求先",
    (
        Field("place", "請求先", Kind.CHOICE, choices="billing_place", is_required=True),
        Field("addressee", "宛名", only_with=("place", "other")),
        Field("postcode", "郵便番号", Kind.POSTCODE, only_with=("place", "other")),
        Field("prefecture", "都道府県", Kind.CHOICE, choices="prefecture", only_with=("place", "other")),
        Field("town", "市区町村・町名", only_with=("place", "other")),
        Field("street", "番地", only_with=("place", "other")),
        Field("building", "建物名・部屋番号", only_with=("place", "other")),
        Field("department", "部署・担当者", longest=80),
        SINCE,
    ),
    check=_address_of_bills,
)

CATALOGUE: tuple[KeptBlock, ...] = (
    KeptBlock(IDENTITY, "since"),
    KeptBlock(LOCATION, "since"),
    KeptBlock(CAPITAL, "since"),
    KeptBlock(LICENSING, "since"),
    KeptBlock(LICENCES, "granted", "expires"),
    KeptBlock(INSURANCE, "since"),
    KeptBlock(RETIREMENT, "since"),
    KeptBlock(RESPONSIBLE, "since"),
    KeptBlock(BILLING, "since"),
)
BY_KEY = {kept.block.key: kept for kept in CATALOGUE}
LASTING = frozenset(BY_KEY) - {"licences", "retirement"}
"""Blocks that no company is registered without: changed, not removed (REG-20)."""
ASKED_OF_EVERYBODY = LASTING - {"capital"} | {"retirement"}
"""Blocks that every registration asks; 資本金 is asked of 法人 (REG-20)."""
PROVEN: dict[str, tuple[str, ...]] = {
    "identity": ("name", "form", "corporate_number", "representative"),
    "location": ("prefecture", "town", "street", "building"),
    "capital": ("capital",),
    "licensing": ("held",),
    "licences": tuple(field.name for field in LICENCES.fields),
}
"""The seven items whose change needs proof (REG-23), block → fields."""
