"""仕事のこと: employers, insurance, trades, experience, schooling."""

from ccus.foundation.entry.block import Block, Field, Kind, Values
from ccus.foundation.kept.catalogue import SINCE
from ccus.foundation.refusals import Refusal


class KindOfInsuranceMissing(Refusal):
    """社会保険の種別の記載もれ: whoever joined says which (DATA-09)."""


class MemberNumberMissing(Refusal):
    """被共済者番号の記載もれ: whoever is in 建退共 has one (DATA-10)."""


class TradeTwice(Refusal):
    """職種の重なり (REG-08)."""


_BRANCHES = (("health", "健康保険"), ("pension", "年金保険"), ("employment", "雇用保険"))


def _kinds_of_what_was_joined(values: Values) -> None:
    for branch, label in _BRANCHES:
        if values.get(branch) == "joined" and not values.get(f"{branch}_kind"):
            raise KindOfInsuranceMissing(
                f"{label}は「加入」ですが、種別が選ばれていません。{label}の種別を選んでください。",
                f"{branch}_kind",
            )


def _number_of_members(values: Values) -> None:
    if values.get("kentaikyo") and not values.get("kentaikyo_number"):
        raise MemberNumberMissing(
            "建退共の被共済者番号が入力されていません。共済手帳の番号を入力してください。", "kentaikyo_number"
        )


def _different_trades(values: Values) -> None:
    seen: set[object] = set()
    for name in ("trade_1", "trade_2", "trade_3", "trade_4"):
        trade = values.get(name)
        if trade is not None and trade in seen:
            raise TradeTwice("同じ職種が2回選ばれています。違う職種を選ぶか、空欄にしてください。", name)
        seen.add(trade)


AFFILIATION = Block(
    "affiliation",
    "所属事業者",
    (
        Field(
            "company",
            "事業者ID",
            Kind.ID14,
            is_required=True,
            help="所属する会社の14桁の番号。会社に聞いてください。",
        ),
        Field("is_main", "主たる所属にする", Kind.TICK),
        Field("employment", "雇用形態", Kind.CHOICE, choices="employment", is_required=True),
        Field("since", "所属した日", Kind.DATE, is_required=True),
        Field("until", "所属が終わった日", Kind.DATE, help="やめた会社のときだけ入力します。"),
    ),
    many=10,
    help="会社に申請が届き、会社が承認すると、所属が成り立ちます。",
)
INSURANCE = Block(
    "insurance",
    "社会保険",
    (
        *(
            field
            for branch, label in _BRANCHES
            for field in (
                Field(branch, label, Kind.CHOICE, choices="joined", is_required=True),
                Field(
                    f"{branch}_kind",
                    f"{label}の種別",
                    Kind.CHOICE,
                    choices=f"{branch}_insurance",
                    only_with=(branch, "joined"),
                ),
            )
        ),
        Field(
            "employment_last4",
            "雇用保険の番号（下4桁）",
            Kind.DIGITS,
            digits=4,
            help="下4桁だけです。保険証の記号・番号や基礎年金番号は、書かないでください。",
        ),
        Field("special_accident", "労災保険の特別加入", Kind.TICK),
        SINCE,
    ),
    check=_kinds_of_what_was_joined,
)
RETIREMENT = Block(
    "retirement",
    "退職金共済",
    (
        Field("kentaikyo", "建退共に加入している", Kind.TICK),
        Field("kentaikyo_number", "建退共の被共済者番号", longest=20, only_with=("kentaikyo", "1")),
        Field("chutaikyo", "中退共に加入している", Kind.TICK),
        SINCE,
    ),
    check=_number_of_members,
)
TRADES = Block(
    "trades",
    "職種",
    (
        Field("trade_1", "主な職種", Kind.CHOICE, choices="trade", is_required=True),
        Field("trade_2", "職種2", Kind.CHOICE, choices="trade"),
        Field("trade_3", "職種3", Kind.CHOICE, choices="trade"),
        Field("trade_4", "職種4", Kind.CHOICE, choices="trade"),
    ),
    check=_different_trades,
)
EXPERIENCE = Block(
    "experience",
    "経験",
    (
        Field("years", "経験年数", Kind.NUMBER, least=0, most=80),
        Field("text", "経験した仕事", Kind.TEXT, longest=600, is_required=True),
        SINCE,
    ),
)
SCHOOLING = Block(
    "schooling",
    "指定学科の学歴",
    (
        Field("school", "学校名", is_required=True),
        Field("course", "学科名", is_required=True),
        Field("graduated", "卒業した日", Kind.DATE, is_required=True, is_past=True),
    ),
    many=5,
)
